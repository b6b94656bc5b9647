import { s3SettingsOf } from "@assay/blobs";
import { createOutbound } from "@assay/outbound";
import { pino } from "pino";
import { readEnv } from "./env.ts";
import { startServer } from "./start-server.ts";

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const log = pino({ name: "server", level: env.LOG_LEVEL });
  const server = await startServer({
    databaseUrl: env.DATABASE_URL,
    dataDir: env.ASSAY_DATA_DIR,
    s3: s3SettingsOf(env),
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.ASSAY_PUBLIC_URL,
    authSecret: env.AUTH_SECRET,
    isApiOnly: env.ASSAY_API_ONLY,
    rateLimits: {
      requestsPerSecond: env.ASSAY_RATE_LIMIT_REQUESTS_PER_SECOND,
      pointsPerSecond: env.ASSAY_RATE_LIMIT_POINTS_PER_SECOND,
    },
    hotLimitBytes: env.ASSAY_HOT_LIMIT_MB === undefined ? undefined : env.ASSAY_HOT_LIMIT_MB * 1_000_000,
    metricsToken: env.ASSAY_METRICS_TOKEN,
    outbound: createOutbound({ allow: env.ASSAY_WEBHOOK_ALLOW }),
    log,
  });
  const { url, signInLink, tracking } = server;
  log.info({ url }, "listening");
  process.send?.({ kind: "ready", url, signInLink, tracking });
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    server.close().then(
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

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error);
  if (process.send === undefined) process.exit(1);
  process.send({ kind: "failed", message }, () => process.exit(1));
});
