import { expect, it } from "vitest";
import { useHouse } from "../support/house.ts";

const open = useHouse();
const SCOPE = { workspace: "team", project: "main" } as const;

/** What the server says of a token that is not, or no longer, one. */
async function expectUnauthenticated(token: string): Promise<void> {
  const house = open();
  for (const path of ["/api/trpc/session.get", "/api/2.0/mlflow/experiments/search?max_results=1"]) {
    const response = await house.fetch(path, {}, token);
    expect([path, response.status]).toEqual([path, 401]);
  }
  await expect(house.client({ token, project: "team/main" }).runs.search()).rejects.toMatchObject({
    code: "UNAUTHENTICATED",
  });
}

it("lets the set-up link be used once, however many try at the same moment", async () => {
  const house = open();
  const token = new URL(house.server.signInLink ?? "").searchParams.get("token") ?? "";
  const anonymous = house.caller({ kind: "anonymous" });
  expect(await anonymous.setup.status()).toEqual({ isComplete: false });
  const attempts = Array.from({ length: 20 }, (_, at) =>
    anonymous.setup.complete({
      token,
      name: `Ada ${at}`,
      email: `ADA${at}@Example.org`,
      password: "correct horse battery",
      workspaceName: "Lab",
    }),
  );
  const results = await Promise.allSettled(attempts);
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  expect(await anonymous.setup.status()).toEqual({ isComplete: true });
  expect(await house.sql("select email from app_user where email like 'ada%@example.org'")).toHaveLength(1);
  const again = anonymous.setup.complete({
    token,
    name: "Eve",
    email: "eve@example.org",
    password: "x".repeat(12),
    workspaceName: "L",
  });
  await expect(again).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it.each([
  ["a guessed set-up token", { token: "x".repeat(43) }],
  ["a short password", { password: "short" }],
  ["an address that is none", { email: "ada" }],
])("refuses %s and makes nobody", async (_weakness, change) => {
  const house = open();
  const before = await house.sql("select id from app_user");
  const input = {
    token: "y".repeat(43),
    name: "Eve",
    email: "e@example.org",
    password: "x".repeat(12),
    workspaceName: "L",
  };
  await expect(house.caller({ kind: "anonymous" }).setup.complete({ ...input, ...change })).rejects.toThrow();
  expect(await house.sql("select id from app_user")).toEqual(before);
});

it("shows a token's secret once and keeps only its hash", async () => {
  const house = open();
  const person = await house.person("Tom", "editor");
  const { secret, token } = await house
    .caller(person)
    .token.create({ workspace: "team", name: "laptop", defaultProject: "main" });
  expect(secret).toMatch(/^assay_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}$/);
  expect(token).toMatchObject({ scopes: ["read", "ingest", "registry"], project: null, defaultProject: "main" });
  const listed = await house.caller(person).token.list({ workspace: "team" });
  expect(JSON.stringify(listed)).not.toContain(secret.slice(20));
  const rows = await house.sql("select to_jsonb(t)::text as row from api_token t");
  expect(JSON.stringify(rows)).not.toContain(secret.slice(20));
});

it("refuses an expired token from the very moment it expires", async () => {
  const house = open();
  const token = await house.tokenOf(await house.person("Ida", "editor"));
  expect((await house.fetch("/api/trpc/session.get", {}, token)).status).toBe(200);
  await house.sql("update api_token set expires_at = now() - interval '1 millisecond' where expires_at is not null");
  await expectUnauthenticated(token);
});

it("refuses a revoked token at the next request, and lets people revoke their own only", async () => {
  const house = open();
  const [owner, stranger] = [await house.person("Oda", "editor"), await house.person("Sam", "editor")];
  const caller = house.caller(owner);
  const { secret, token } = await caller.token.create({ workspace: "team", name: "ci", defaultProject: "main" });
  const revocation = { workspace: "team", tokenId: token.id };
  await expect(house.caller(stranger).token.revoke(revocation)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await house.fetch("/api/trpc/session.get", {}, secret)).status).toBe(200);
  await caller.token.revoke(revocation);
  await expectUnauthenticated(secret);
  await expect(caller.token.revoke(revocation)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("refuses the tokens of somebody who was disabled or has left the workspace", async () => {
  const house = open();
  const [gone, left] = [await house.person("Gus", "editor"), await house.person("Lea", "editor")];
  const [goneToken, leftToken] = [await house.tokenOf(gone), await house.tokenOf(left)];
  await house.sql("update app_user set is_disabled = true where id = $1", [gone.userId]);
  await expectUnauthenticated(goneToken);
  await house.sql("delete from membership where user_id = $1", [left.userId]);
  const client = house.client({ token: leftToken, project: "team/main" });
  await expect(client.runs.search()).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("never lets a token do more than its owner can at that moment", async () => {
  const house = open();
  const person = await house.person("Pia", "editor");
  const assay = house.client({ token: await house.tokenOf(person, { scopes: ["admin"] }) });
  const run = await assay.createRun({ source: {} });
  await house.sql("update membership set role = 'viewer' where user_id = $1", [person.userId]);
  await expect(assay.createRun({ source: {} })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await assay.runs.get(run.id)).id).toBe(run.id);
});

it.each([
  ["read", { reads: true, writes: false, registers: false }],
  ["ingest", { reads: false, writes: true, registers: false }],
] as const)("a token with the scope %s can do that and no more", async (scope, can) => {
  const house = open();
  const token = await house.tokenOf(await house.person("Una", "admin"), { scopes: [scope] });
  const { api } = house.client({ token });
  const works = (call: Promise<unknown>): Promise<boolean> =>
    call.then(
      () => true,
      (error: unknown) => {
        expect(Reflect.get(Object(Reflect.get(Object(error), "data")), "code")).toBe("FORBIDDEN");
        return false;
      },
    );
  expect(await works(api.run.search.query({ ...SCOPE }))).toBe(can.reads);
  expect(await works(api.run.create.mutate({ ...SCOPE }))).toBe(can.writes);
  expect(await works(api.model.create.mutate({ ...SCOPE, name: `by ${scope}` }))).toBe(can.registers);
});

it("keeps a token that is limited to one project in it, by every door", async () => {
  const house = open();
  await house.project("narrow");
  const person = await house.person("Nia", "admin");
  const token = await house.tokenOf(person, { project: "narrow", scopes: ["admin"] });
  const assay = house.client({ token });
  expect(await assay.scope()).toEqual({ workspace: "team", project: "narrow" });
  const run = await assay.createRun({ source: {} });
  expect((await house.fetch(`/api/2.0/mlflow/runs/get?run_id=${run.id}`, {}, token)).status).toBe(200);
  const other = house.client({ token, project: "team/main" });
  await expect(other.runs.search()).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await house.fetch("/p/team/main/api/2.0/mlflow/experiments/search?max_results=1", {}, token)).status).toBe(
    404,
  );
  const listed = await assay.api.project.list.query({ workspace: "team" });
  expect(listed.map((project) => project.slug)).toEqual(["narrow"]);
});

it("keeps a token in its workspace even when its owner belongs to two", async () => {
  const house = open();
  await house.workspace("second");
  const person = await house.person("Zoe", "admin");
  await house.sql(
    "insert into membership (workspace_id, user_id, role) select id, $1, 'admin' from workspace where slug = 'second'",
    [person.userId],
  );
  const token = await house.tokenOf(person);
  const assay = house.client({ token, project: "second/main" });
  await expect(assay.runs.search()).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("refuses a token that makes tokens: only a signed-in person does", async () => {
  const house = open();
  const token = await house.tokenOf(await house.person("Kim", "admin"), { scopes: ["admin"] });
  const { api } = house.client({ token });
  const create = api.token.create.mutate({ workspace: "team", name: "child", defaultProject: "main" });
  await expect(create).rejects.toThrow(/Only a signed-in person/);
});

it("takes a token as the password of Basic authentication, as MLflow clients send it", async () => {
  const house = open();
  const basic = `Basic ${Buffer.from(`anything:${house.token}`).toString("base64")}`;
  const response = await house.fetch(
    "/api/2.0/mlflow/experiments/search?max_results=1",
    { headers: { authorization: basic } },
    null,
  );
  expect(response.status).toBe(200);
});
