import { purgeRuns } from "@assay/services";
import type { Handler } from "../registry.ts";

export const purgeRunsHandler: Handler<"runs.purge"> = (ctx) => purgeRuns({ ctx });
