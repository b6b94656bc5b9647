import { readdirSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { useHouse } from "../support/house.ts";
import { itWithPython, runPython } from "./python-client.ts";

const open = useHouse();
const folder = path.join(import.meta.dirname, "python");
const scripts = readdirSync(folder).filter((name) => name.endsWith(".py") && name !== "failing.py");

// Each script asserts for itself what the real client reads back; `failing.py` holds what they share.
itWithPython.each(scripts)("%s", async (script) => {
  expect(await runPython(open(), path.join(folder, script))).toContain("ok");
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
