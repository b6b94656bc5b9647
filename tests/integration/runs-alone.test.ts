import { type ProjectId, RunId, type WorkspaceId } from "@assay/contract";
import { runs } from "@assay/db";
import { randomIds } from "@assay/services";
import { afterEach, beforeEach, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { newRun } from "../support/new-run.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" } as const;

let transactions = 0;
let restore: () => void;

beforeEach(() => {
  const { db } = open().server.house;
  const { sqlTransaction } = db;
  transactions = 0;
  db.sqlTransaction = (work) => {
    transactions += 1;
    return sqlTransaction(work);
  };
  restore = () => {
    db.sqlTransaction = sqlTransaction;
  };
});
afterEach(() => restore());

async function create(name: string, more: object = {}): Promise<number> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ experiment_id: "0", run_name: name, tags: [{ key: "k", value: name }], ...more });
  const answer = await open().fetch("/api/2.0/mlflow/runs/create", { method: "POST", headers, body });
  return answer.status;
}

const numbersOf = async (name: string): Promise<number[]> => {
  const rows = await open().sql<{ number: number }>("select number from run where name = $1 order by number", [name]);
  return rows.map(({ number }) => number);
};

const inARow = (count: number, [first = 0]: number[]): number[] => Array.from({ length: count }, (_, at) => first + at);

async function archivedExperiment(): Promise<number> {
  const { api } = open().client();
  const { number } = await api.experiment.create.mutate({ ...SCOPE, name: `archived ${randomIds.uuid()}` });
  await api.experiment.archive.mutate({ ...SCOPE, number });
  return number;
}

it("makes plain runs without a transaction, and numbers them without a gap though others are refused", async () => {
  const archived = String(await archivedExperiment());
  const asked = Array.from({ length: 12 }, (_, at) =>
    create("plain", at % 4 === 1 ? { experiment_id: archived } : at % 4 === 2 ? { experiment_id: "404" } : {}),
  );
  expect(await Promise.all(asked)).toEqual([200, 400, 404, 200, 200, 400, 404, 200, 200, 400, 404, 200]);
  expect(transactions).toBe(0);
  const numbers = await numbersOf("plain");
  expect(numbers).toEqual(inARow(6, numbers));
  expect(await open().sql("select 1 from run_tag where key = 'k' and value = 'plain'")).toHaveLength(6);
});

it("makes runs that come from something in one transaction, beside those that do not", async () => {
  const commit = [{ key: "mlflow.source.git.commit", value: "c0ffee" }];
  expect(await Promise.all([create("beside"), create("beside", { tags: commit }), create("beside")])).toEqual([
    200, 200, 200,
  ]);
  expect(transactions).toBe(1);
  expect(await numbersOf("beside")).toHaveLength(3);
});

it("takes a transaction where a webhook is to be told, and tells it of every run once", async () => {
  const owner = await open().person("Owner", "maintainer");
  const hook = await open()
    .caller(owner)
    .webhook.create({ ...SCOPE, name: "hook", url: "https://example.com/hook", events: ["run.created"] });
  expect(await Promise.all(Array.from({ length: 5 }, () => create("heard")))).toEqual([200, 200, 200, 200, 200]);
  expect(transactions).toBeGreaterThan(0);
  const told = await open().sql<{ name: string }>("select payload->>'run_name' as name from outbox");
  expect(told.map(({ name }) => name)).toEqual(["heard", "heard", "heard", "heard", "heard"]);
  await open()
    .caller(owner)
    .webhook.update({ ...SCOPE, webhookId: hook.id, isActive: false });
  transactions = 0;
  expect(await create("unheard")).toBe(200);
  expect(transactions).toBe(0);
});

it("numbers runs one after the other that are made on several connections at once", async () => {
  const house = open();
  const [project] = await house.sql<{ id: ProjectId; workspace_id: WorkspaceId; next_run_number: number }>(
    "select id, workspace_id, next_run_number from project where slug = 'main'",
  );
  if (project === undefined) throw new Error("there is no project");
  const made = await Promise.all(
    Array.from({ length: 40 }, () =>
      runs.create(house.server.house.db, {
        workspaceId: project.workspace_id,
        projectId: project.id,
        scope: null,
        evenIfHeard: false,
        accessVersions: [],
        runs: [newRun(), newRun()],
      }),
    ),
  );
  const numbers = made.flatMap(({ byId }) =>
    [...byId.values()].map((creation) => (creation.kind === "made" ? creation.run.number : creation.kind)),
  );
  expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual(inARow(80, [project.next_run_number]));
});

it("waits for whoever is archiving the experiment, and makes no run then", async () => {
  const house = open();
  const { number } = await house.client().api.experiment.create.mutate({ ...SCOPE, name: "about to go" });
  const other = await house.connect();
  await other.query("begin");
  // As `archiveExperiment` does: the lock comes first.
  await other.query("select 1 from experiment where name = 'about to go' for update");
  await other.query("update experiment set archived_at = now() where name = 'about to go'");
  const made = create("late", { experiment_id: String(number) });
  await waitFor(someoneWaits);
  await other.query("commit");
  expect(await made).toBe(400);
  expect(await numbersOf("late")).toEqual([]);
});

it("leaves no experiment behind that was to be made for a run that is refused", async () => {
  const { api } = open().client();
  const parentRunId = RunId.parse(randomIds.uuid());
  const refused = api.run.create.mutate({ ...SCOPE, experiment: "for nothing", parentRunId });
  await expect(refused).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
  expect(await open().sql("select 1 from experiment where name = 'for nothing'")).toEqual([]);
});

const someoneWaits = async (): Promise<boolean> => {
  const waiting = "datname = current_database() and wait_event_type = 'Lock'";
  return (await open().sql(`select 1 from pg_stat_activity where ${waiting}`)).length > 0;
};
