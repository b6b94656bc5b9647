import { s3SettingsOf } from "@assay/blobs";
import { createOutbound } from "@assay/outbound";
import { pino } from "pino";
import { type Env, readEnv } from "./env.ts";
import type { MonitoringOptions } from "./monitoring.ts";
import { startWorker } from "./start-worker.ts";

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const log = pino({ name: "worker", level: env.LOG_LEVEL });
  const worker = await startWorker({
    databaseUrl: env.DATABASE_URL,
    dataDir: env.ASSAY_DATA_DIR,
    s3: s3SettingsOf(env),
    monitoring: monitoringOf(env),
    outbound: createOutbound({ allow: env.ASSAY_WEBHOOK_ALLOW }),
    log,
  });
  log.info({}, "taking jobs");
  process.send?.({ kind: "ready" });
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    worker.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "unclean stop");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // The launcher is gone: nobody would stop us otherwise.
  process.on("disconnect", stop);
}

function monitoringOf(env: Env): MonitoringOptions | undefined {
  const { ASSAY_WORKER_METRICS_PORT: port, ASSAY_WORKER_METRICS_HOST: host, ASSAY_METRICS_TOKEN: token } = env;
  if (port === undefined) return undefined;
  if (token === undefined) throw new Error("ASSAY_WORKER_METRICS_PORT is set and ASSAY_METRICS_TOKEN is not");
  return { host, port, token };
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error);
  if (process.send === undefined) process.exit(1);
  process.send({ kind: "failed", message }, () => process.exit(1));
});
