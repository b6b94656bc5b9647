import type { ProjectId, RunId } from "@assay/contract";
import { arrayLiteral } from "./convert.ts";
import type { Db } from "./db.ts";
import { notify } from "./sql/live/notify.ts";
import type { SqlStore } from "./store.ts";

export const LIVE_CHANNEL = "assay_live";

export interface LiveNotice {
  kind: "run" | "metrics" | "logs" | "artifacts" | "registry";
  projectId: ProjectId;
  runId: RunId | null;
}

/** Tells every server process that something changed; sent when the transaction commits. */
export async function notifyLive(store: Pick<SqlStore, "query">, ...notices: LiveNotice[]): Promise<void> {
  await store.query(notify, [LIVE_CHANNEL, arrayLiteral(notices.map((notice) => JSON.stringify(notice)))]);
}

/**
 * Listens for notices on a connection of its own; a broken one is replaced after a second, and `onGap` is called
 * then because notices may have been missed. Returns how to stop.
 */
export async function listenLive(
  db: Db,
  on: { notice: (notice: LiveNotice) => void; gap: () => void; error: (error: unknown) => void },
): Promise<() => Promise<void>> {
  let isStopped = false;
  let release: () => void = () => undefined;
  let retry: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    const client = await db.pool.connect();
    release = () => client.release(true);
    client.on("notification", ({ payload }) => on.notice(parseNotice(payload ?? "")));
    client.once("error", (error) => {
      on.error(error);
      release();
      if (!isStopped) retry = setTimeout(reconnect, 1_000);
    });
    await client.query(`LISTEN ${LIVE_CHANNEL}`);
  };
  const reconnect = (): void => {
    connect().then(on.gap, (error: unknown) => {
      on.error(error);
      if (!isStopped) retry = setTimeout(reconnect, 1_000);
    });
  };
  await connect();
  return async () => {
    isStopped = true;
    clearTimeout(retry);
    release();
  };
}

/** Only our own statements send on the channel, and they send this shape; uuids come with dashes from SQL. */
function parseNotice(payload: string): LiveNotice {
  const notice: LiveNotice = JSON.parse(payload);
  const plain = <Id extends string>(id: Id): Id => id.replaceAll("-", "") as Id;
  return { ...notice, projectId: plain(notice.projectId), runId: notice.runId === null ? null : plain(notice.runId) };
}
