import { settleRun } from "@assay/services";
import type { Handler } from "../registry.ts";

export const settleRunHandler: Handler<"run.settle"> = (ctx, { runId }) => settleRun({ ctx, input: { runId } });
