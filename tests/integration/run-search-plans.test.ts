import { ProjectId, type RunFilter } from "@assay/contract";
import { type Db, runSearch, SearchNames } from "@assay/db";
import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { readsIn } from "../support/reads-in.ts";

const open = useHouse();
const RUNS = 3_000;
const RARE_KEYS = 30_000;

let projectId: ProjectId;

/** Many runs with a param, a tag and a metric each, and one run with so many keys that any key is taken for a rare one. */
beforeAll(async () => {
  const house = open();
  const { id } = await house.client().createRun({ experiment: "many", params: { model: "mlp" }, tags: { team: "a" } });
  const copy = (row: string, changes: string) => `(jsonb_populate_record(${row}, jsonb_build_object(${changes}))).*`;
  await house.sql(`
    insert into run
    select ${copy("r", "'id', gen_random_uuid(), 'number', 1 + n, 'started_at', r.started_at - n * interval '1 second'")}
    from run r, generate_series(1, ${RUNS}) n`);
  const [key] = await house.sql<{ id: number; project_id: string }>(
    "insert into metric_key (project_id, name) select project_id, 'loss' from project, run where run.id = $1 and run.project_id = project.id returning id, project_id",
    [id],
  );
  projectId = ProjectId.parse(key?.project_id.replaceAll("-", ""));
  for (const table of ["param", "run_tag"]) {
    await house.sql(
      `insert into ${table} select ${copy("t", "'run_id', r.id")} from ${table} t, run r where r.id <> t.run_id`,
    );
    await house.sql(
      `insert into ${table} select ${copy("t", "'key', 'rare ' || k")} from ${table} t, generate_series(1, ${RARE_KEYS}) k
       where t.run_id = $1`,
      [id],
    );
  }
  const columns = "run_id, key_id, last, first, min, max, mean, count, argmin, argmax, nans";
  const values = "0.5, 0.5, 0.5, 0.5, 0.5, 1, 0, 0, 0";
  await house.sql(`insert into metric_summary (${columns}) select id, $1::int, ${values} from run`, [key?.id]);
  await house.sql(
    `insert into metric_summary (${columns}) select $1::uuid, 1000000 + k, ${values} from generate_series(1, ${RARE_KEYS}) k`,
    [id],
  );
  await house.sql("analyze");
});

/** (params.model LIKE 'm%' OR tags.team = 'b') AND metrics.loss < 0.9 */
const FILTER: RunFilter = {
  kind: "and",
  nodes: [
    {
      kind: "or",
      nodes: [
        { kind: "compare", field: { entity: "param", key: "model" }, operator: "LIKE", value: "m%" },
        { kind: "compare", field: { entity: "tag", key: "team" }, operator: "=", value: "b" },
      ],
    },
    { kind: "compare", field: { entity: "metric", key: "loss", aggregate: "last" }, operator: "<", value: 0.9 },
  ],
};

const QUERY = (): runSearch.RunSearch => ({
  projectId,
  experimentNumbers: null,
  filter: FILTER,
  lifecycle: "active",
  orders: [],
  after: null,
  limit: 100,
});

/** By which indexes the statements of a search read, that is done as often as makes a statement one that is prepared. */
async function indexesOf(search: (db: Db, names: runSearch.RunNames) => Promise<runSearch.FoundRuns>) {
  let found: runSearch.FoundRuns | undefined;
  const work = async (db: Db) => {
    const names = await new SearchNames(db).of(QUERY());
    for (let time = 0; time < 12; time += 1) found = await search(db, names);
  };
  const reads = await readsIn(open().databaseUrl, work, "Index Name");
  expect(found?.ids.length).toBe(100);
  const ofRuns = [...reads].filter(([, scans]) => [...scans].some((scan) => scan.includes(" on run_")));
  return Object.fromEntries(ofRuns.map(([statement, scans]) => [statement, [...scans].sort()]));
}

const OF_WINDOW = [
  "Index Scan on metric_summary_pkey",
  "Index Scan on param_pkey",
  "Index Scan on run_project_id_started_at_id_idx",
  "Index Scan on run_tag_pkey",
];

it("looks for a page by start among the entries of the next runs only, though any of their keys seems rare", async () => {
  // Nothing else: nothing was left for the planner's own way.
  expect(await indexesOf((db, names) => runSearch.search(db, QUERY(), names))).toEqual({ "WITH walked AS": OF_WINDOW });
});

it("reads what hangs on the runs of the page in the same statement, by their ids", async () => {
  const versions: Promise<bigint | null>[] = [];
  const means = { now: new Date(), takeVersion: (version: Promise<bigint | null>) => void versions.push(version) };
  const search = (db: Db, names: runSearch.RunNames) => runSearch.searchRecords(db, QUERY(), names, means);
  expect(await indexesOf(search)).toEqual({ "WITH found AS": [...OF_WINDOW, "Index Scan on run_pkey"].sort() });
});

it("has the params and tags of runs in the byte order of their keys without sorting them", async () => {
  for (const table of ["param", "run_tag"]) {
    const plan = await open().sql<{ "QUERY PLAN": string }>(
      `explain select run_id, key from ${table} where run_id = any(array(select id from run limit 100))
       order by run_id, key collate "C"`,
    );
    const lines = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(lines).toContain(`using ${table}_pkey`);
    expect(lines).not.toContain("Sort");
  }
});
