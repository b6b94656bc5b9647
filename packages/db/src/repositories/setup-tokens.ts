import type { Store } from "../store.ts";

/** Replaces the one-time set-up token. */
export async function replace(store: Store, tokenHash: Uint8Array<ArrayBuffer>, expiresAt: Date): Promise<void> {
  const data = { tokenHash, expiresAt, usedAt: null };
  await store.prisma.setupToken.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data });
}

/** Uses the token up; false when it is wrong, late or used. Of many at once exactly one wins. */
export async function consume(store: Store, tokenHash: Uint8Array<ArrayBuffer>, now: Date): Promise<boolean> {
  const { count } = await store.prisma.setupToken.updateMany({
    where: { id: 1, tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
