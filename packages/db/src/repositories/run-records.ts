import type { LoggedModelId, ProjectId, Run, RunDataset, RunId } from "@assay/contract";
import { shownStatus } from "@assay/domain";
import { compareTexts } from "../compare-texts.ts";
import { idArray, toId, toIds } from "../convert.ts";
import { type AttachedRow, type RunRecords, type RunRecordsRow, runRecords } from "../sql/runs/run-records.ts";
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
  const [row] = await store.query<RunRecordsRow>(runRecords, [projectId, idArray(runIds)]);
  return row === undefined ? [] : toRecords(row, runIds, now);
}

/** What a row has of these runs, in the order asked. */
export function toRecords({ records: lists }: RunRecordsRow, runIds: readonly RunId[], now: Date): RunRecord[] {
  if (lists.uuids === null) return [];
  const uuids = lists.uuids.split(",");
  const places = new Map(toIds<RunId>(lists.uuids).map((id, at) => [id, at]));
  const nowMs = now.getTime();
  const records: RunRecord[] = [];
  for (const id of runIds) {
    const at = places.get(id);
    if (at !== undefined) records.push(toRecord({ id, uuid: uuids[at] ?? "", at }, lists, nowMs));
  }
  return records;
}

/** A run and where in the lists it is. */
interface Place {
  id: RunId;
  uuid: string;
  at: number;
}

function toRecord(place: Place, lists: RunRecords, nowMs: number): RunRecord {
  const { uuid, at } = place;
  const attached = lists.attached?.[uuid];
  const { datasets, modelInputs, modelOutputs } = attached === undefined ? NOTHING_ATTACHED : toAttachments(attached);
  return {
    run: toHead(place, lists, nowMs),
    params: lists.params[at] ?? {},
    tags: lists.tags[at] ?? {},
    datasets,
    modelInputs,
    modelOutputs,
  };
}

function toHead({ id, uuid, at }: Place, lists: RunRecords, nowMs: number): RunHead {
  const startedAtMs = lists.started_at_ms[at] ?? Number.NaN;
  const heartbeatAtMs = lists.heartbeat_at_ms?.[uuid] ?? null;
  const status = lists.statuses[at] ?? "running";
  const user = lists.users[at] ?? null;
  const parentId = lists.parent_ids?.[uuid];
  return {
    id,
    name: lists.names[at] ?? "",
    status: shownStatus({ status, startedAtMs, heartbeatAtMs }, nowMs),
    lifecycle: lists.archived?.[uuid] === true ? "archived" : "active",
    notes: lists.notes?.[uuid] ?? "",
    createdBy: lists.creators[at] ?? "",
    startedAtMs,
    endedAtMs: lists.ended_at_ms[at] ?? null,
    experiment: { number: lists.experiment_numbers[at] ?? Number.NaN },
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
