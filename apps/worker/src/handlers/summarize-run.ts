import { summarizeRun } from "@assay/services";
import type { Handler } from "../registry.ts";

export const summarizeRunHandler: Handler<"run.summarize"> = (ctx, { runId }) =>
  summarizeRun({ ctx, input: { runId } });
