import {
  PERMISSIONS,
  type Permission,
  ROLES,
  roleAllows,
  scopesAllow,
  TOKEN_SCOPES,
  type TokenScope,
} from "@assay/contract";
import { MLFLOW_ROUTES, type MlflowRoute } from "@assay/mlflow";
import { beforeAll, describe, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { sendRaw } from "../support/raw-http.ts";
import { countRows, readRefusal } from "../support/refusals.ts";

const open = useHouse();
const NOBODY = "0".repeat(32);

/** Somebody with a token of the workspace, and what that lets them do there. */
interface Asker {
  name: string;
  token: string;
  allows(permission: Permission): boolean;
}

const members: Asker[] = [];
/** Tokens that do not reach the project `main` of `team`: of another workspace, and of another project. */
const outsiders = { stranger: "", neighbour: "" };

beforeAll(async () => {
  const house = open();
  for (const role of ROLES) {
    const token = await house.tokenOf(await house.person(role, role), { scopes: ["admin"] });
    members.push({ name: `${role} with every scope`, token, allows: (permission) => roleAllows(role, permission) });
  }
  const admin = await house.person("Root", "admin");
  for (const scope of TOKEN_SCOPES.filter((one): one is Exclude<TokenScope, "admin"> => one !== "admin")) {
    const token = await house.tokenOf(admin, { scopes: [scope] });
    const name = `admin with the scope ${scope} alone`;
    members.push({ name, token, allows: (permission) => scopesAllow([scope], permission) });
  }
  await house.workspace("theirs");
  await house.project("vision");
  const eve = await house.person("Eve", "admin", "theirs");
  outsiders.stranger = await house.tokenOf(eve, { workspace: "theirs", scopes: ["admin"] });
  outsiders.neighbour = await house.tokenOf(admin, { project: "vision", scopes: ["admin"] });
});

/** A path of a route that names nothing that exists. */
const filled = ({ path }: MlflowRoute): string =>
  path
    .replace("{...path}", `team/main/runs/${NOBODY}/artifacts/a.txt`)
    .replace("{model_id}", `m-${NOBODY}`)
    .replace(/\{(\.\.\.)?\w+\}/g, NOBODY);

const PREFIXES = ["", "/p/team/main", "/tools/assay", "/tools/p/team/main"];

/** Every address of a route. */
const addressesOf = (route: MlflowRoute): string[] => {
  const path = filled(route);
  const twins = path.startsWith("/api/") ? [path, path.replace(/^\/api\//, "/ajax-api/")] : [path];
  return PREFIXES.flatMap((prefix) => twins.map((twin) => prefix + twin));
};

async function send(method: string, path: string, token: string | null, headers: Record<string, string> = {}) {
  const body = method === "GET" || method === "HEAD" || method === "OPTIONS" ? undefined : "{}";
  const { status, text } = await sendRaw(open().url, {
    method,
    path,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  return { status, text };
}

const codeOf = ({ status, text }: { status: number; text: string }): string =>
  status < 400 || text === "" ? "" : readRefusal(text).code;

it("has a policy for each of its routes", () => {
  expect(MLFLOW_ROUTES.length).toBeGreaterThan(60);
  for (const { permission } of MLFLOW_ROUTES) expect(Object.keys(PERMISSIONS)).toContain(permission);
});

/** Whether a member's answers are refusals exactly where its role or scopes say so. */
async function expectPolicy({ method, permission, reads }: MlflowRoute, address: string): Promise<void> {
  for (const { name, token, allows } of members) {
    const answer = await send(method, address, token);
    const isAllowed = allows(permission) && (reads === undefined || allows(reads));
    expect([address, name, answer.status === 403]).toEqual([address, name, !isAllowed]);
    if (!isAllowed) expect(codeOf(answer)).toBe("PERMISSION_DENIED");
    // 501 says that there are no parts to upload; nothing else here is the server's fault.
    expect([address, name, answer.status === 501 || answer.status < 500, answer.status === 401]).toEqual([
      address,
      name,
      true,
      false,
    ]);
  }
}

/** Named by its address, the project is not there for those who do not reach it; at the root they are in their own. */
async function expectNotThere({ method, scope }: MlflowRoute, address: string): Promise<void> {
  for (const [name, token] of Object.entries(outsiders)) {
    // Of the workspace they share a neighbour of the project may see what it lists.
    if (name === "neighbour" && scope === "workspace") continue;
    const answer = await send(method, address, token);
    expect([address, name, answer.status]).toEqual([address, name, 404]);
  }
}

describe("§7.2, number 7 and 10: every method and path, whoever asks, by every address", () => {
  it.each(MLFLOW_ROUTES)("$method $path", async (route) => {
    for (const address of addressesOf(route)) {
      const nobody = await send(route.method, address, null);
      expect([address, nobody.status, codeOf(nobody)]).toEqual([address, 401, "UNAUTHENTICATED"]);
      await expectPolicy(route, address);
      if (address.includes("/p/team/main")) await expectNotThere(route, address);
    }
  });

  it("stores nothing for those it refuses", async () => {
    const before = await countRows(open());
    for (const route of MLFLOW_ROUTES) {
      const refused = members.filter(({ allows }) => !allows(route.permission)).map(({ token }) => token);
      for (const token of [null, ...refused]) await send(route.method, filled(route), token);
    }
    expect(await countRows(open())).toEqual(before);
  });
});

describe("§7.2, number 7: what is nearly an address", () => {
  const usual = () => members.find(({ name }) => name.startsWith("viewer"))?.token ?? "";

  it.each(MLFLOW_ROUTES)("of $method $path", async (route) => {
    const path = filled(route);
    // Slashes that come doubled count once, as in MLflow's own router.
    const doubled = await send(route.method, `//${path.slice(1).replaceAll("/", "//")}`, null);
    expect([path, doubled.status]).toEqual([path, 401]);
    for (const wrong of [path.replace("/mlflow", "/MLflow"), `${path}%00`, path.replace("/api/", "/API/")]) {
      if (wrong === path) continue;
      const answer = await send(route.method, wrong, null);
      expect([wrong, [400, 401, 404].includes(answer.status)]).toEqual([wrong, true]);
    }
    for (const method of ["OPTIONS", "TRACE"]) {
      const answer = await send(method, path, usual());
      expect([method, path, answer.status >= 400 && answer.status < 500]).toEqual([method, path, true]);
    }
  });

  it("takes no method from a header", async () => {
    const headers = { "x-http-method-override": "DELETE", "x-method-override": "DELETE", "x-http-method": "DELETE" };
    const target = `/api/2.0/mlflow/logged-models/m-${NOBODY}`;
    const answer = await send("GET", target, usual(), headers);
    // As a deletion it would be refused to a viewer.
    expect([answer.status, codeOf(answer)]).toEqual([404, "RESOURCE_DOES_NOT_EXIST"]);
  });

  it("answers HEAD as it answers GET", async () => {
    for (const route of MLFLOW_ROUTES.filter(({ method }) => method === "GET")) {
      const [get, head] = [await send("GET", filled(route), null), await send("HEAD", filled(route), null)];
      expect([route.path, head.status, head.text]).toEqual([route.path, get.status, ""]);
    }
  });
});
