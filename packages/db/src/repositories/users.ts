import type { UserId } from "@assay/contract";
import { toId } from "../convert.ts";
import type { Store } from "../store.ts";

export interface UserRecord {
  id: UserId;
  email: string;
  name: string;
  passwordHash: string | null;
  isDisabled: boolean;
}

interface UserRow {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  isDisabled: boolean;
}

const toRecord = (row: UserRow): UserRecord => ({
  id: toId<UserId>(row.id),
  email: row.email,
  name: row.name,
  passwordHash: row.passwordHash,
  isDisabled: row.isDisabled,
});

export async function findByEmail(store: Store, email: string): Promise<UserRecord | null> {
  const row = await store.prisma.user.findFirst({ where: { email } });
  return row === null ? null : toRecord(row);
}

export async function findById(store: Store, id: UserId): Promise<UserRecord | null> {
  const row = await store.prisma.user.findFirst({ where: { id } });
  return row === null ? null : toRecord(row);
}

export async function exists(store: Store): Promise<boolean> {
  return (await store.prisma.user.findFirst({ select: { id: true } })) !== null;
}

export async function create(
  store: Store,
  user: { id: UserId; email: string; name: string; passwordHash: string | null },
): Promise<void> {
  await store.prisma.user.create({ data: user });
}
