import type { ServiceContext } from "../context.ts";

/**
 * Runs a statement that writes for requests and compares the versions by which they were let in with what holds then.
 * @throws AccessChangedError if it wrote nothing because access has changed.
 */
export async function underAccess<Result>(
  contexts: readonly ServiceContext[],
  write: (versions: bigint[]) => Promise<Result>,
): Promise<Result> {
  const entries = contexts.flatMap(({ access }) => access.entry ?? []);
  const versions = new Set(entries.flatMap(({ unconfirmed }) => unconfirmed ?? []));
  const result = await write([...versions]);
  for (const entry of entries) entry.setConfirmed();
  return result;
}
