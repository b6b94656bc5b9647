import type { Db } from "./db.ts";
import { toQueryConfig } from "./query-config.ts";
import { holdPresence } from "./sql/server/hold-presence.ts";

/**
 * Shows other processes that this one lives by an advisory lock on a connection of its own, which ends with the
 * process however that dies. A broken connection is replaced after a second. Returns how to stop.
 */
export async function keepPresence(
  db: Db,
  processKey: bigint,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  let isStopped = false;
  let release: () => void = () => undefined;
  let retry: NodeJS.Timeout | undefined;
  const hold = async (): Promise<void> => {
    const client = await db.pool.connect();
    release = () => {
      release = () => undefined;
      client.release(true);
    };
    await client.query(toQueryConfig(holdPresence, [processKey])).catch((error: unknown) => {
      release();
      throw error;
    });
    client.once("error", (error) => {
      release();
      again(error);
    });
  };
  const again = (error: unknown): void => {
    if (isStopped) return;
    onError(error);
    retry = setTimeout(() => hold().catch(again), 1_000);
  };
  await hold();
  return async () => {
    isStopped = true;
    clearTimeout(retry);
    release();
  };
}
