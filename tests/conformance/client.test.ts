import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { itWithPython, olderPythons, runPython } from "./python-client.ts";

const open = useHouse();
const folder = path.join(import.meta.dirname, "python");
const SHARED = ["failing.py", "since.py"];
/** Run by tests of their own, which give them what they need besides a server. */
const APART = ["webhooks.py"];
const scripts = readdirSync(folder).filter((name) => name.endsWith(".py") && ![...SHARED, ...APART].includes(name));

// Each script asserts for itself what the real client reads back.
itWithPython.each(scripts)("%s", async (script) => {
  expect(await runPython(open(), path.join(folder, script))).toContain("ok");
});

/** What only newer clients know of. */
const SINCE_3 = ["logged_models.py"];
const older = olderPythons.flatMap(({ version, python }) =>
  scripts
    .filter((script) => version.startsWith("3.") || !SINCE_3.includes(script))
    .map((script) => ({ version, python, script })),
);

const projectOf = (version: string): string => `mlflow-${version.replace(".", "-")}`;

beforeAll(async () => {
  for (const { version } of olderPythons) await open().project(projectOf(version));
});

// Each in a project of its own, for the scripts look at everything there is.
it.each(older)("MLflow $version: $script", async ({ version, python, script }) => {
  const env = { MLFLOW_TRACKING_URI: `${open().url}/p/team/${projectOf(version)}` };
  expect(await runPython(open(), path.join(folder, script), env, python)).toContain("ok");
});

itWithPython("Basic credentials with the token as password, and a project named in the tracking URI", async () => {
  const house = open();
  await house.project("vision");
  const env = {
    MLFLOW_TRACKING_URI: `${house.url}/p/team/vision`,
    MLFLOW_TRACKING_TOKEN: "",
    MLFLOW_TRACKING_USERNAME: "anybody",
    MLFLOW_TRACKING_PASSWORD: house.token,
  };
  expect(await runPython(house, path.join(folder, "values.py"), env)).toContain("ok");
  const rows = await house.sql(
    "SELECT DISTINCT p.slug FROM run r JOIN project p ON p.id = r.project_id WHERE r.name = 'values' ORDER BY 1",
  );
  expect(rows).toContainEqual({ slug: "vision" });
});

itWithPython("a project named as MLflow's workspace", async () => {
  const house = open();
  await house.project("speech");
  expect(await runPython(house, path.join(folder, "values.py"), { MLFLOW_WORKSPACE: "speech" })).toContain("ok");
  const rows = await house.sql(
    "SELECT DISTINCT p.slug FROM run r JOIN project p ON p.id = r.project_id WHERE r.name = 'values' ORDER BY 1",
  );
  expect(rows).toContainEqual({ slug: "speech" });
});
