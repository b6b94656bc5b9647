import type { UserId } from "@assay/contract";
import { toId } from "../convert.ts";
import type { Store } from "../store.ts";
import type { UserRecord } from "./users.ts";

export async function create(
  store: Store,
  session: { id: string; userId: UserId; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await store.prisma.session.create({ data: { ...session, lastSeenAt: session.createdAt } });
}

/** The user of a session that has neither ended nor expired, unless disabled. */
export async function findLiveUser(store: Store, id: string, now: Date): Promise<UserRecord | null> {
  const row = await store.prisma.session.findFirst({
    where: { id, endedAt: null, expiresAt: { gt: now }, user: { isDisabled: false } },
    include: { user: true },
  });
  return row === null ? null : { ...row.user, id: toId<UserId>(row.user.id) };
}

export async function end(store: Store, id: string, now: Date): Promise<void> {
  await store.prisma.session.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
}
