import { MLFLOW_ROUTES } from "@assay/mlflow";
import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { sendAndLose } from "./lossy-client.ts";
import { WITHOUT_STATE, WRITES } from "./sent-twice-writes.ts";
import { newWorld, stateOf } from "./world.ts";

const open = useHouse();
const API = "/api/2.0/";
let token = "";

beforeAll(async () => {
  token = await open().tokenOf(await open().person("Admin", "admin"), { scopes: ["admin"] });
});

const written = MLFLOW_ROUTES.filter(({ method, isReading }) => method !== "GET" && !isReading);

it("knows what to send to every route that writes", () => {
  const routes = written.map(({ method, path }) => `${method} ${path.slice(API.length)}`);
  expect([...Object.keys(WRITES), ...WITHOUT_STATE].sort()).toEqual([...new Set(routes)].sort());
});

const cases = Object.entries(WRITES).flatMap(([route, writes]) =>
  [writes].flat().map((write, at) => [route, at, write] as const),
);

it.each(cases)(
  "is after %s (%i), sent twice because its answer was lost, as it was after once",
  async (route, _at, of) => {
    const world = await newWorld(open(), token);
    const { at = {}, body = {}, after } = of(world);
    const [method = "", path = ""] = route.split(" ");
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const send = (to: string, by = method) => sendAndLose(open(), { method: by, target: API + to, body: text, token });
    const target = path.replaceAll(/\{(?:\.\.\.)?(\w+)\}/g, (_all, name: string) => at[name] ?? "");
    if (after !== undefined) await send(after, "POST");
    const untouched = await stateOf(open(), world);
    const answer = await send(target);
    expect(answer).not.toContain("error_code");
    const once = await stateOf(open(), world);
    // A name stays when its tag is deleted: every run has one.
    if (!(path.endsWith("/delete-tag") && text.includes('"key":"mlflow.runName"'))) expect(once).not.toEqual(untouched);
    const again = await send(target);
    expect(await stateOf(open(), world)).toEqual(once);
    // Whoever asked for something new is told of the very same, or that its name is taken.
    if (/(create|logged-models|webhooks)$/.test(path) && !again.includes("RESOURCE_ALREADY_EXISTS"))
      expect(JSON.parse(again)).toEqual(JSON.parse(answer));
  },
);
