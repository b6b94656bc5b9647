import type { ProjectId, RunId } from "@assay/contract";
import { paramNumber } from "@assay/domain";
import { arrayLiteral, toId } from "../convert.ts";
import { addParams, type StoredParamRow } from "../sql/runs/add-params.ts";
import type { SqlStore, Store } from "../store.ts";

/** Adds params; those already there are left as they are. Returns keys whose stored value differs from the given one. */
export async function add(
  store: SqlStore,
  projectId: ProjectId,
  runId: RunId,
  params: Record<string, string>,
): Promise<string[]> {
  // In one order, so that requests with the same keys wait for one another and never in a circle.
  const keys = Object.keys(params).sort();
  if (keys.length === 0) return [];
  const values = keys.map((key) => params[key] ?? "");
  const numbers = values.map((value) => paramNumber(value) ?? "NULL");
  const columns = [arrayLiteral(keys), arrayLiteral(values), `{${numbers.join()}}`];
  const stored = await store.query<StoredParamRow>(addParams, [runId, projectId, ...columns]);
  return stored.filter((row) => row.value !== params[row.key]).map((row) => row.key);
}

export async function listForRuns(
  store: Store,
  projectId: ProjectId,
  runIds: readonly RunId[],
): Promise<Map<RunId, Record<string, string>>> {
  const rows = await store.prisma.param.findMany({
    where: { projectId, runId: { in: [...runIds] } },
    orderBy: { key: "asc" },
  });
  return groupByRun(rows);
}

export function groupByRun(
  rows: readonly { runId: string; key: string; value: string }[],
): Map<RunId, Record<string, string>> {
  const entries = new Map<RunId, [string, string][]>();
  for (const row of rows) {
    const id = toId<RunId>(row.runId);
    const list = entries.get(id) ?? [];
    list.push([row.key, row.value]);
    entries.set(id, list);
  }
  // fromEntries defines own properties, so that a key such as __proto__ is ordinary data.
  return new Map([...entries].map(([id, list]) => [id, Object.fromEntries(list)]));
}
