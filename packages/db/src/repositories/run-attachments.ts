import type { LoggedModelId, ProjectId, RunDataset, RunId } from "@assay/contract";
import { compareTexts } from "../compare-texts.ts";
import { arrayLiteral, toId } from "../convert.ts";
import { type RunAttachmentRow, runAttachments } from "../sql/runs/run-attachments.ts";
import type { SqlStore } from "../store.ts";
import { loggedModelId } from "./logged-models.ts";

/** What hangs on a run but its points. */
export interface RunAttachments {
  /** In the order of their keys, as tags are. */
  params: Record<string, string>;
  tags: Record<string, string>;
  datasets: RunDataset[];
  modelInputs: LoggedModelId[];
  modelOutputs: { id: LoggedModelId; step: number }[];
}

/** Of each run of the project what hangs on it, read at once. */
export async function listForRuns(
  store: SqlStore,
  projectId: ProjectId,
  runIds: readonly RunId[],
): Promise<Map<RunId, RunAttachments>> {
  const byRun = new Map(runIds.map((id) => [id, nothing()]));
  for (const row of await store.query<RunAttachmentRow>(runAttachments, [projectId, arrayLiteral(runIds)])) {
    const known = byRun.get(toId<RunId>(row.run_id));
    if (known !== undefined) add(known, row);
  }
  for (const { datasets, modelInputs, modelOutputs } of byRun.values()) {
    if (datasets.length > 1)
      datasets.sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.context, b.context));
    if (modelInputs.length > 1) modelInputs.sort();
    if (modelOutputs.length > 1) modelOutputs.sort((a, b) => a.step - b.step || compareTexts(a.id, b.id));
  }
  return byRun;
}

const nothing = (): RunAttachments => ({ params: {}, tags: {}, datasets: [], modelInputs: [], modelOutputs: [] });

function add(known: RunAttachments, row: RunAttachmentRow): void {
  switch (row.kind) {
    case "params":
    case "tags":
      known[row.kind] = row.content;
      return;
    case "dataset":
      known.datasets.push({ ...row.content, id: toId(row.content.id) });
      return;
    case "modelInput":
      known.modelInputs.push(loggedModelId(row.content.id));
      return;
    case "modelOutput":
      known.modelOutputs.push({ id: loggedModelId(row.content.id), step: row.content.step });
  }
}
