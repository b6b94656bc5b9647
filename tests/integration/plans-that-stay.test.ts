import { randomBytes } from "node:crypto";
import type { ProjectId, WorkspaceId } from "@assay/contract";
import { openDb, runEntries, runs } from "@assay/db";
import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { newRun } from "../support/new-run.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const TABLES = "'run', 'run_tag', 'param', 'creation_request', 'experiment', 'project', 'webhook'";

interface Reads {
  /** Rows of those tables that were read because all of a table was. */
  whole: number;
  /** How often runs were looked up by an index. */
  runLookups: number;
}

async function reads(): Promise<Reads> {
  const [row] = await open().sql<{ whole: string; lookups: string }>(
    `select sum(seq_tup_read) as whole, sum(idx_scan) filter (where relname = 'run') as lookups
     from pg_stat_user_tables where relname in (${TABLES})`,
  );
  return { whole: Number(row?.whole), runLookups: Number(row?.lookups) };
}

it("reads no table as a whole to make runs and to log to them, though it planned that when all were empty", async () => {
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
    const { byId } = await runs.create(db, { workspaceId, projectId, scope, evenIfHeard: false, runs: [run] });
    expect(byId.get(run.id)?.is).toBe("made");
    const logged = [{ runId: run.id, params: { lr: "0.1" }, tags: { logged: "yes" } }];
    await runEntries.log(db, projectId, logged);
    await db.sqlTransaction((tx) => runEntries.log(tx, projectId, logged));
  };
  // Its eight connections plan the statements while there is next to nothing.
  await Promise.all(Array.from({ length: 16 }, makeAndLog));
  await house.sql(
    `insert into creation_request (project_id, digest, result_id, process_key)
     select $1, sha256(n::text::bytea), gen_random_uuid(), 2 from generate_series(1, 3000) n`,
    [projectId],
  );
  const before = await reads();
  await Promise.all(Array.from({ length: 40 }, makeAndLog));
  // A connection tells what it read when it ends, if not before.
  await db.close();
  const after = await waitFor(async () => {
    const now = await reads();
    return now.runLookups >= before.runLookups + 40 ? now : null;
  });
  expect(after.whole - before.whole).toBe(0);
});
