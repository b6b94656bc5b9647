import type { JobName, JobPayload } from "@assay/jobs";
import type { ServiceContext } from "@assay/services";
import { applyRetentionHandler } from "./handlers/apply-retention.ts";
import { compactMetricsHandler } from "./handlers/compact-metrics.ts";
import { deliverWebhookHandler } from "./handlers/deliver-webhook.ts";
import { moveRowPointsHandler } from "./handlers/move-row-points.ts";
import { purgeProjectsHandler } from "./handlers/purge-projects.ts";
import { purgeRunsHandler } from "./handlers/purge-runs.ts";
import { rebuildLineageHandler } from "./handlers/rebuild-lineage.ts";
import { settleRunHandler } from "./handlers/settle-run.ts";
import { sweepBlobsHandler } from "./handlers/sweep-blobs.ts";
import { sweepCreationsHandler } from "./handlers/sweep-creations.ts";
import { sweepUploadsHandler } from "./handlers/sweep-uploads.ts";
import { sweepWebhooksHandler } from "./handlers/sweep-webhooks.ts";
import { vacuumStorageHandler } from "./handlers/vacuum-storage.ts";

export type Handler<Name extends JobName> = (ctx: ServiceContext, payload: JobPayload<Name>) => Promise<void>;

/** Which handler does which job. A job of the catalogue without a handler does not compile. */
export const HANDLERS: { [Name in JobName]: Handler<Name> } = {
  "metrics.compact": compactMetricsHandler,
  "metrics.moveRows": moveRowPointsHandler,
  "run.settle": settleRunHandler,
  "lineage.rebuild": rebuildLineageHandler,
  "runs.purge": purgeRunsHandler,
  "projects.purge": purgeProjectsHandler,
  "retention.apply": applyRetentionHandler,
  "blobs.sweep": sweepBlobsHandler,
  "uploads.sweep": sweepUploadsHandler,
  "creations.sweep": sweepCreationsHandler,
  "storage.vacuum": vacuumStorageHandler,
  "webhook.deliver": deliverWebhookHandler,
  "webhooks.sweep": sweepWebhooksHandler,
};
