import { randomBytes } from "node:crypto";
import type { ProjectId, WorkspaceId } from "@assay/contract";
import { openDb, runEntries, runs } from "@assay/db";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { newRun } from "../support/new-run.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const TABLES = "'run', 'run_tag', 'param', 'creation_request', 'experiment', 'project', 'webhook'";

const RUNS = 40;

interface Reads {
  /** Rows of those tables that were read because all of a table was. */
  whole: number;
  /** Rows of them that were found by an index. */
  found: number;
  /** How often runs were looked up by an index. */
  runLookups: number;
}

async function reads(): Promise<Reads> {
  const [row] = await open().sql<{ whole: string; found: string; lookups: string }>(
    `select sum(seq_tup_read) as whole, sum(idx_tup_fetch) as found, sum(idx_scan) filter (where relname = 'run') as lookups
     from pg_stat_user_tables where relname in (${TABLES})`,
  );
  return { whole: Number(row?.whole), found: Number(row?.found), runLookups: Number(row?.lookups) };
}

it("reads a few rows to make a run and to log to it, though it planned that when all tables were empty", async () => {
  const house = open();
  const [project] = await house.sql<{ id: ProjectId; workspace_id: WorkspaceId }>(
    "select id, workspace_id from project where slug = 'main'",
  );
  if (project === undefined) throw new Error("there is no project");
  const { id: projectId, workspace_id: workspaceId } = project;
  const db = openDb({ url: house.databaseUrl, max: 1, onError: () => {} });
  const makeAndLog = async (): Promise<void> => {
    const run = newRun({ requestDigest: randomBytes(32).toString("hex") });
    const scope = { projectId, processKey: 1n, since: new Date(0), now: new Date() };
    const { byId } = await runs.create(db, {
      workspaceId,
      projectId,
      scope,
      evenIfHeard: false,
      accessVersions: [],
      runs: [run],
    });
    expect(byId.get(run.id)?.kind).toBe("made");
    const logged = [{ runId: run.id, params: { lr: "0.1" }, tags: { logged: "yes" } }];
    await runEntries.log(db, projectId, logged, []);
    await db.sqlTransaction((tx) => runEntries.log(tx, projectId, logged, []));
  };
  // Its eight connections plan the statements while there is next to nothing.
  await Promise.all(Array.from({ length: 16 }, makeAndLog));
  await house.sql(
    `insert into creation_request (project_id, digest, result_id, process_key)
     select $1, sha256(n::text::bytea), gen_random_uuid(), 2 from generate_series(1, 3000) n`,
    [projectId],
  );
  await house.sql(
    `insert into experiment (id, workspace_id, project_id, number, name, updated_at)
     select gen_random_uuid(), $1, $2, n, 'experiment ' || n, now() from generate_series(1000, 4000) n`,
    [workspaceId, projectId],
  );
  const before = await reads();
  await Promise.all(Array.from({ length: RUNS }, makeAndLog));
  // A connection tells what it read when it ends, if not before.
  await db.close();
  const after = await waitFor(async () => {
    const now = await reads();
    return now.runLookups >= before.runLookups + RUNS ? now : null;
  });
  expect(after.whole - before.whole).toBe(0);
  expect((after.found - before.found) / RUNS).toBeLessThan(30);
});
