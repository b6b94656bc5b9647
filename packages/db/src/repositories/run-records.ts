import type { LoggedModelId, ProjectId, Run, RunDataset, RunId } from "@assay/contract";
import { shownStatus } from "@assay/domain";
import { compareTexts } from "../compare-texts.ts";
import { idArray, toId } from "../convert.ts";
import { type AttachedRow, type NoRunRecordsRow, type RunRecordsRow, runRecords } from "../sql/runs/run-records.ts";
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
  datasets: readonly RunDataset[];
  modelInputs: readonly LoggedModelId[];
  modelOutputs: readonly { id: LoggedModelId; step: number }[];
}

/** The runs of the project among these, in the order asked. */
export async function findMany(
  store: SqlStore,
  projectId: ProjectId,
  runIds: readonly RunId[],
  now: Date,
): Promise<RunRecord[]> {
  const [row] = await store.query<RunRecordsRow | NoRunRecordsRow>(runRecords, [projectId, idArray(runIds)]);
  return row === undefined ? [] : toRecords(row, runIds, now);
}

/** What a row has of these runs, in the order asked. */
export function toRecords(row: RunRecordsRow | NoRunRecordsRow, runIds: readonly RunId[], now: Date): RunRecord[] {
  if (row.uuids === null) return [];
  const uuids = row.uuids.split(",");
  const places = new Map<RunId, number>();
  uuids.forEach((uuid, at) => {
    places.set(toId(uuid), at);
  });
  const nowMs = now.getTime();
  const records: RunRecord[] = [];
  for (const id of runIds) {
    const at = places.get(id);
    if (at !== undefined) records.push(toRecord({ id, uuid: uuids[at] ?? "", at }, row, nowMs));
  }
  return records;
}

/** A run and where in the lists it is. */
interface Place {
  id: RunId;
  uuid: string;
  at: number;
}

function toRecord(place: Place, row: RunRecordsRow, nowMs: number): RunRecord {
  const { uuid, at } = place;
  const attached = row.attached?.[uuid];
  const { datasets, modelInputs, modelOutputs } = attached === undefined ? NOTHING_ATTACHED : toAttachments(attached);
  return {
    run: toHead(place, row, nowMs),
    params: row.params[at] ?? {},
    tags: row.tags[at] ?? {},
    datasets,
    modelInputs,
    modelOutputs,
  };
}

function toHead({ id, uuid, at }: Place, row: RunRecordsRow, nowMs: number): RunHead {
  const startedAtMs = row.started_at_ms[at] ?? Number.NaN;
  const heartbeatAtMs = row.heartbeat_at_ms?.[uuid] ?? null;
  const status = row.statuses[at] ?? "running";
  const user = row.users[at] ?? null;
  const parentId = row.parent_ids?.[uuid];
  return {
    id,
    name: row.names[at] ?? "",
    status: shownStatus({ status, startedAtMs, heartbeatAtMs }, nowMs),
    lifecycle: row.archived?.[uuid] === true ? "archived" : "active",
    notes: row.notes?.[uuid] ?? "",
    createdBy: row.creators[at] ?? "",
    startedAtMs,
    endedAtMs: row.ended_at_ms[at] ?? null,
    experiment: { number: row.experiment_numbers[at] ?? Number.NaN },
    environment: user === null ? {} : { user },
    parent: parentId === undefined ? null : { id: toId(parentId) },
  };
}

type Attachments = Pick<RunRecord, "datasets" | "modelInputs" | "modelOutputs">;

const NOTHING_ATTACHED: Attachments = { datasets: [], modelInputs: [], modelOutputs: [] };

function toAttachments(rows: readonly AttachedRow[]): Attachments {
  const datasets: RunDataset[] = [];
  const modelInputs: LoggedModelId[] = [];
  const modelOutputs: { id: LoggedModelId; step: number }[] = [];
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
