import type { JobName, JobPayload } from "@assay/jobs";
import type { ServiceContext } from "@assay/services";
import { compactMetricsHandler } from "./handlers/compact-metrics.ts";
import { rebuildLineageHandler } from "./handlers/rebuild-lineage.ts";
import { settleRunHandler } from "./handlers/settle-run.ts";

export type Handler<Name extends JobName> = (ctx: ServiceContext, payload: JobPayload<Name>) => Promise<void>;

/** Which handler does which job. A job of the catalogue without a handler does not compile. */
export const HANDLERS: { [Name in JobName]: Handler<Name> } = {
  "metrics.compact": compactMetricsHandler,
  "run.settle": settleRunHandler,
  "lineage.rebuild": rebuildLineageHandler,
};
