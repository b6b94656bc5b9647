import type { LoggedModelId, ProjectId, Run, RunDataset, RunId } from "@assay/contract";
import { shownStatus } from "@assay/domain";
import { compareTexts } from "../compare-texts.ts";
import { arrayLiteral, toId } from "../convert.ts";
import { type AttachedRow, type RunRecordRow, runRecords } from "../sql/runs/run-records.ts";
import type { SqlStore } from "../store.ts";
import { loggedModelId } from "./logged-models.ts";

type Shown = "id" | "name" | "status" | "lifecycle" | "notes" | "createdBy" | "startedAtMs" | "endedAtMs";

/** What of a run is shown where there are many: a whole Run is one as well. */
export interface RunHead extends Pick<Run, Shown> {
  experiment: Pick<Run["experiment"], "number">;
  environment: Pick<Run["environment"], "user">;
  parent: Pick<NonNullable<Run["parent"]>, "id"> | null;
}

/** A run and what hangs on it but its points. */
export interface RunRecord {
  run: RunHead;
  /** In the order of their keys, as tags are. */
  params: Record<string, string>;
  tags: Record<string, string>;
  datasets: RunDataset[];
  modelInputs: LoggedModelId[];
  modelOutputs: { id: LoggedModelId; step: number }[];
}

/** The runs of the project among these, in the order asked. */
export async function findMany(
  store: SqlStore,
  projectId: ProjectId,
  runIds: readonly RunId[],
  now: Date,
): Promise<RunRecord[]> {
  const rows = await store.query<RunRecordRow>(runRecords, [projectId, arrayLiteral(runIds)]);
  const nowMs = now.getTime();
  const byId = new Map(rows.map((row) => [toId<RunId>(row.id), row]));
  return runIds.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [toRecord(id, row, nowMs)];
  });
}

function toRecord(id: RunId, row: RunRecordRow, nowMs: number): RunRecord {
  const { started_at_ms: startedAtMs, heartbeat_at_ms: heartbeatAtMs } = row;
  const run: RunHead = {
    id,
    name: row.name,
    status: shownStatus({ status: row.status, startedAtMs, heartbeatAtMs }, nowMs),
    lifecycle: row.is_archived ? "archived" : "active",
    notes: row.notes,
    createdBy: row.created_by,
    startedAtMs,
    endedAtMs: row.ended_at_ms,
    experiment: { number: row.experiment_number },
    environment: row.user === null ? {} : { user: row.user },
    parent: row.parent_id === null ? null : { id: toId(row.parent_id) },
  };
  return { run, params: row.params ?? {}, tags: row.tags ?? {}, ...toAttachments(row.attached ?? []) };
}

function toAttachments(rows: readonly AttachedRow[]): Pick<RunRecord, "datasets" | "modelInputs" | "modelOutputs"> {
  const datasets: RunDataset[] = [];
  const modelInputs: LoggedModelId[] = [];
  const modelOutputs: RunRecord["modelOutputs"] = [];
  for (const row of rows) {
    if (row.kind === "modelInput") modelInputs.push(loggedModelId(row.id));
    else if (row.kind === "modelOutput") modelOutputs.push({ id: loggedModelId(row.id), step: row.step });
    else {
      const { kind: _, ...dataset } = row;
      datasets.push({ ...dataset, id: toId(dataset.id) });
    }
  }
  datasets.sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.context, b.context));
  modelInputs.sort();
  modelOutputs.sort((a, b) => a.step - b.step || compareTexts(a.id, b.id));
  return { datasets, modelInputs, modelOutputs };
}
