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

/** The user of a session that has neither ended nor expired, unless disabled, and when it expires. */
export async function findLive(
  store: Store,
  id: string,
  now: Date,
): Promise<{ user: UserRecord; expiresAt: Date } | null> {
  const row = await store.prisma.session.findFirst({
    where: { id, endedAt: null, expiresAt: { gt: now }, user: { isDisabled: false } },
    include: { user: true },
  });
  if (row === null) return null;
  return { user: { ...row.user, id: toId<UserId>(row.user.id) }, expiresAt: row.expiresAt };
}

export async function end(store: Store, id: string, now: Date): Promise<void> {
  await store.prisma.session.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
}
