import type { UserActor } from "@assay/contract";
import { describe, expect, it, vi } from "vitest";
import { type TestHouse, useHouse } from "../support/house.ts";
import { waitFor } from "../support/wait-for.ts";

const open = useHouse();

type Ask = (place: string, runId: string) => [path: string, init: RequestInit];

const post = (body: object): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/**
 * Requests by every way to the version of access: it is read beside what is read, along with what is searched, before
 * points are written, or compared by the statement that writes.
 */
const REQUESTS: readonly Ask[] = [
  (place) => [`/api/trpc/experiment.list?input=${encodeURIComponent(JSON.stringify({ json: scope(place) }))}`, {}],
  (place) => [`/p/${place}/api/2.0/mlflow/experiments/search?max_results=1`, {}],
  (place) => [`/p/${place}/api/2.0/mlflow/runs/search`, post({ experiment_ids: ["0"], max_results: 1 })],
  (place, run_id) => [
    `/p/${place}/api/2.0/mlflow/runs/log-metric`,
    post({ run_id, key: "loss", value: 1, timestamp: Date.now() }),
  ],
  (place) => [`/p/${place}/api/2.0/mlflow/runs/create`, post({ experiment_id: "0" })],
  (place, run_id) => [
    `/p/${place}/api/2.0/mlflow/runs/create`,
    post({ experiment_id: "0", start_time: Date.now(), tags: [{ key: "mlflow.parentRunId", value: run_id }] }),
  ],
  (place, run_id) => [
    `/p/${place}/api/2.0/mlflow/runs/log-parameter`,
    post({ run_id, key: `param ${Math.random()}`, value: "1" }),
  ],
  (place, run_id) => [`/p/${place}/api/2.0/mlflow/runs/set-tag`, post({ run_id, key: "tag", value: "1" })],
  (place, run_id) => [
    `/p/${place}/api/2.0/mlflow/runs/set-tag`,
    post({ run_id, key: "mlflow.note.content", value: "1" }),
  ],
];

const scope = (place: string): object => {
  const [workspace, project] = place.split("/");
  return { workspace, project };
};

/** A run in each place. */
const runIn = new Map<string, string>();

async function runOf(place: string): Promise<string> {
  const known = runIn.get(place);
  if (known !== undefined) return known;
  const { id } = await open().client({ project: place }).createRun({ source: {} });
  runIn.set(place, id);
  return id;
}

async function statuses(token: string, place = "team/main"): Promise<number[]> {
  const runId = await runOf(place);
  const answers = await Promise.all(REQUESTS.map((request) => open().fetch(...request(place, runId), token)));
  return answers.map(({ status }) => status);
}

/** Everything that the requests write. */
const written = () =>
  open().sql(`select (select count(*) from run) as runs, (select count(*) from param) as params,
    (select count(*) from run_tag) as tags, (select sum(length(notes)) from run) as notes`);

/** Somebody whose access the server has in its memory. */
async function known(house: TestHouse, name: string): Promise<{ person: UserActor; token: string }> {
  const person = await house.person(name, "editor");
  const token = await house.tokenOf(person);
  expect(await statuses(token)).toEqual(REQUESTS.map(() => 200));
  return { person, token };
}

describe("a change made by another process is seen by the very next request:", () => {
  it.each([
    ["a token revoked", 401, "update api_token set revoked_at = now() where user_id = $1"],
    ["a token deleted", 401, "delete from api_token where user_id = $1"],
    ["a token expired", 401, "update api_token set expires_at = now() where user_id = $1"],
    ["a token stripped of its scopes", 403, "update api_token set scopes = '{}' where user_id = $1"],
    ["its owner disabled", 401, "update app_user set is_disabled = true where id = $1"],
    ["its owner deleted", 401, "delete from app_user where id = $1"],
    ["its owner no longer a member", 404, "delete from membership where user_id = $1"],
  ])("%s", async (_change, status, sql) => {
    const house = open();
    const { person, token } = await known(house, "Ann");
    const before = await written();
    await house.sql(sql, [person.userId]);
    expect(await statuses(token)).toEqual(REQUESTS.map(() => status));
    expect(await written()).toEqual(before);
  });

  it.each([
    ["a project made private", 404, "update project set visibility = 'private' where id = $1"],
    ["a project archived", 404, "update project set archived_at = now() where id = $1"],
    ["a project deleted", 404, "delete from project where id = $1"],
    [
      "a project's slug given up",
      404,
      "update project set slug = 'elsewhere' || substr($1::text, 1, 4) where id = $1::uuid",
    ],
  ])("%s", async (_change, status, sql) => {
    const house = open();
    const slug = `p${Math.random().toString(36).slice(2, 10)}`;
    const id = await house.project(slug);
    const { token } = await known(house, "Ben");
    expect(await statuses(token, `team/${slug}`)).toEqual(REQUESTS.map(() => 200));
    await house.sql(sql, [id]);
    expect(await statuses(token, `team/${slug}`)).toEqual(REQUESTS.map(() => status));
  });

  it("a role weakened, and one narrowed in the project alone", async () => {
    const house = open();
    const { person, token } = await known(house, "Cleo");
    const assay = house.client({ token });
    const run = await assay.createRun({ source: {} });
    await house.sql("update membership set role = 'viewer' where user_id = $1", [person.userId]);
    await expect(run.setTags({ a: "1" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await house.sql("update membership set role = 'editor' where user_id = $1", [person.userId]);
    await run.setTags({ a: "2" });
    await house.sql(
      "insert into project_role (project_id, user_id, role) select project_id, $2, 'viewer' from run where id = $1",
      [run.id, person.userId],
    );
    await expect(run.setTags({ a: "3" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("a change in a transaction counts from its commit on", async () => {
    const house = open();
    const { person, token } = await known(house, "Dan");
    const other = await house.connect();
    await other.query("begin");
    await other.query("update api_token set revoked_at = now() where user_id = $1", [person.userId]);
    expect(await statuses(token)).toEqual(REQUESTS.map(() => 200));
    await other.query("commit");
    expect(await statuses(token)).toEqual(REQUESTS.map(() => 401));
  });
});

it("writes what others ask for at the same moment as somebody whose access was taken", async () => {
  const house = open();
  const [ann, ben] = [await known(house, "Ann"), await known(house, "Ben")];
  const runId = await runOf("team/main");
  await house.sql("update api_token set revoked_at = now() where user_id = $1", [ann.person.userId]);
  const create = (token: string) => house.fetch("/api/2.0/mlflow/runs/create", post({ experiment_id: "0" }), token);
  const log = (token: string, key: string) =>
    house.fetch("/api/2.0/mlflow/runs/log-parameter", post({ run_id: runId, key, value: "1" }), token);
  const answers = await Promise.all([
    ...[ann, ben, ann, ben].map(({ token }) => create(token)),
    ...[ann, ben, ann, ben].map(({ token }, at) => log(token, `at once ${at}`)),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 200, 401, 200, 401, 200, 401, 200]);
  const logged = await house.sql("select key from param where run_id = $1 and key like 'at once%' order by key", [
    runId,
  ]);
  expect(logged).toEqual([{ key: "at once 1" }, { key: "at once 3" }]);
});

it("gives access back at once, for no refusal is remembered", async () => {
  const house = open();
  const { person, token } = await known(house, "Eva");
  await house.sql("update app_user set is_disabled = true where id = $1", [person.userId]);
  expect(await statuses(token)).toEqual(REQUESTS.map(() => 401));
  await house.sql("update app_user set is_disabled = false where id = $1", [person.userId]);
  expect(await statuses(token)).toEqual(REQUESTS.map(() => 200));
});

it("answers no request that comes after a revocation, however many are under way", async () => {
  const house = open();
  const { person, token } = await known(house, "Flo");
  let isRevoked = false;
  const late: number[] = [];
  const early: number[] = [];
  const hammer = async (): Promise<void> => {
    for (let last = 200; last === 200; ) {
      const seen = isRevoked ? late : early;
      last = (await house.fetch("/api/2.0/mlflow/experiments/search?max_results=1", {}, token)).status;
      seen.push(last);
    }
  };
  const clients = Array.from({ length: 16 }, hammer);
  await waitFor(() => early.length > 100);
  await house.sql("update api_token set revoked_at = now() where user_id = $1", [person.userId]);
  isRevoked = true;
  await Promise.all(clients);
  expect(new Set(late)).not.toContain(200);
});

const RUN_OF_NONE = "/p/team/main/api/2.0/mlflow/runs/get?run_id=x";

it("asks the database for nothing but the version while nobody's access changes", async () => {
  const house = open();
  const { token } = await known(house, "Gil");
  const query = vi.spyOn(house.server.house.db.pool, "query");
  await Promise.all(Array.from({ length: 50 }, () => house.fetch(RUN_OF_NONE, {}, token)));
  const names = query.mock.calls.map(([config]) => String(Reflect.get(Object(config), "name")));
  query.mockRestore();
  const access = names.filter((name) => name.startsWith("access_"));
  expect(new Set(access)).toEqual(new Set(["access_version_v1"]));
  expect(access.length).toBeLessThan(50);
});

it("does not take a new run or a token's use for a change of access", async () => {
  const house = open();
  const version = () => house.sql("select version from access_version");
  const before = await version();
  await house.client().createRun({ source: {} });
  await house.sql("update api_token set last_used_at = now()");
  expect(await version()).toEqual(before);
});
