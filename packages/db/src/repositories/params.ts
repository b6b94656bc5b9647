import type { ProjectId, RunId } from "@assay/contract";
import { paramNumber } from "@assay/domain";
import { toId } from "../convert.ts";
import type { Store } from "../store.ts";

/** Adds params; those already there are left as they are. Returns keys whose stored value differs from the given one. */
export async function add(
  store: Store,
  projectId: ProjectId,
  runId: RunId,
  params: Record<string, string>,
): Promise<string[]> {
  const entries = Object.entries(params);
  if (entries.length === 0) return [];
  await store.prisma.param.createMany({
    data: entries.map(([key, value]) => ({ runId, projectId, key, value, numericValue: paramNumber(value) })),
    skipDuplicates: true,
  });
  const stored = await store.prisma.param.findMany({ where: { runId, key: { in: entries.map(([key]) => key) } } });
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
