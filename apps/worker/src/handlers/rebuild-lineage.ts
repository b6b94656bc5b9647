import { rebuildLineage } from "@assay/services";
import type { Handler } from "../registry.ts";

export const rebuildLineageHandler: Handler<"lineage.rebuild"> = (ctx, { runId }) =>
  rebuildLineage({ ctx, input: { runId } });
