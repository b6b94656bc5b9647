import { type Db, openDb } from "@assay/db";

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/**
 * How each table, or by which index, is read by the statements that `work` runs, by their first three words: with the
 * plans that serve whatever the values are.
 */
export async function readsIn(
  databaseUrl: string,
  work: (db: Db) => Promise<unknown>,
  what: "Relation Name" | "Index Name",
): Promise<Map<string, Set<string>>> {
  const db = openDb({ url: databaseUrl, max: 1, onError: () => {} });
  const log: string[] = [];
  const client = await db.pool.connect();
  client.on("notice", (notice) => log.push(notice.message ?? ""));
  // The server itself says how it ran each statement, whoever prepared it.
  await client.query("load 'auto_explain'");
  await client.query("set auto_explain.log_min_duration = 0; set auto_explain.log_format = 'json'");
  await client.query("set auto_explain.log_level = 'notice'; set plan_cache_mode = force_generic_plan");
  client.release();
  await work(db);
  await db.close();
  const reads = new Map<string, Set<string>>();
  for (const message of log) {
    const json = /\{[\s\S]*\}/.exec(message)?.[0];
    if (json === undefined) continue;
    const { "Query Text": text, Plan }: { "Query Text": string; Plan: PlanNode } = JSON.parse(json);
    const scans = nodesOf(Plan).filter((node) => node[what] !== undefined && / Scan$/.test(node["Node Type"]));
    const name = text.trim().split(/\s+/).slice(0, 3).join(" ");
    const ofStatement = reads.get(name) ?? new Set();
    for (const scan of scans) ofStatement.add(`${scan["Node Type"]} on ${scan[what]}`);
    reads.set(name, ofStatement);
  }
  return reads;
}
