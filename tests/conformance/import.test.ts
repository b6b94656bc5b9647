import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ImportReport } from "@assay/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestHouse } from "../support/house.ts";
import { type MlflowServer, startMlflowServer } from "../support/mlflow-server.ts";
import { createBlankDatabase } from "../support/postgres.ts";
import {
  type Dump,
  dumpStore,
  fillStore,
  importInto,
  makeOldSchemas,
  type Store,
  storeOfProject,
} from "./importing.ts";
import { olderPythons, PYTHON } from "./python-client.ts";

let folder: string;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "assay-import-"));
  closers.push(() => rm(folder, { recursive: true, force: true }));
});

afterAll(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function openHouse(): Promise<TestHouse> {
  const house = await TestHouse.open();
  closers.push(() => house.close());
  await house.startWorker();
  return house;
}

/** What the client finds of an import, and what it found at the source. */
async function compare(house: TestHouse, project: string, store: Store, found: Dump): Promise<void> {
  const here = await dumpStore(storeOfProject(house, project, store, house.token));
  for (const run of Object.values(found.experiments["import first"]?.runs ?? {})) delete run.files[ODD_FILE];
  expect(Object.keys(here.experiments).sort()).toEqual(Object.keys(found.experiments).sort());
  for (const [name, experiment] of Object.entries(found.experiments)) {
    const { runs, ...about } = here.experiments[name] ?? { runs: {} };
    const { runs: sourceRuns, ...sourceAbout } = experiment;
    expect(Object.keys(runs).sort()).toEqual(Object.keys(sourceRuns).sort());
    for (const [id, run] of Object.entries(sourceRuns)) expect(runs[id], `run ${id} of ${name}`).toEqual(run);
    expect(about, name).toEqual(sourceAbout.id === null ? { ...sourceAbout, id: about.id } : sourceAbout);
  }
  expect(here["logged models"]).toEqual(found["logged models"]);
  expect(here.models).toEqual(found.models);
}

/** Every row that an import may write, but for its own record of when it ran and what jobs it left. */
async function contentOf(house: TestHouse): Promise<unknown> {
  const tables = ["experiment", "run", "param", "run_tag", "run_input", "dataset", "artifact", "logged_model"];
  tables.push("logged_model_metric", "run_model_input", "run_model_output", "registered_model", "model_version");
  tables.push("alias", "alias_event", "import_item");
  const rows = await Promise.all(
    tables.map((table) => house.sql(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`)),
  );
  return Object.fromEntries(tables.map((table, at) => [table, rows[at]]));
}

const reasons = (report: ImportReport): string[] => [
  ...report.changed.map(({ what, why, count }) => `changed ${count} ${what}: ${why}`),
  ...report.missing.map(({ what, why, count }) => `missing ${count} ${what}: ${why}`),
];

/** The one file of each store that has no place here: some disks drop what ends its name. */
const ODD_FILE = "a dot at the end.";
const ODD_PATH = "missing 1 files: their paths are not allowed here";
const SAME_NAME = "changed 1 experiments: an experiment of the same name was here, and its runs came into that";
const CLAMPED = "changed 2 metric points: ±1.797e308 is what MLflow keeps for ±Infinity; they came as MLflow has them";

describe.skipIf(PYTHON === undefined)("with a real MLflow", () => {
  const python = PYTHON ?? "";

  describe("a live server on PostgreSQL", () => {
    let server: MlflowServer;
    let store: Store;
    let database: string;
    let found: Dump;
    let house: TestHouse;

    beforeAll(async () => {
      const blank = await createBlankDatabase();
      closers.push(() => blank.drop());
      database = blank.url;
      const dataDir = path.join(folder, "server-files");
      // The driver that the test Python has; without its name another is looked for.
      const backendStoreUri = database.replace(/^\w+:/, "postgresql+psycopg2:");
      server = await startMlflowServer({ python, backendStoreUri, dataDir, workers: 2 });
      closers.push(() => server.stop());
      store = { trackingUri: server.url, python, folder: path.join(folder, "server") };
      // Long enough for a history of several pages.
      await fillStore(store, 26_000);
      found = await dumpStore(store);
      house = await openHouse();
    });

    it("comes whole over REST, and the client finds in Assay what it finds there", async () => {
      const report = await importInto(house, "main", { address: server.url });
      expect(reasons(report)).toEqual([SAME_NAME, CLAMPED, ODD_PATH]);
      await compare(house, "main", store, found);
    });

    it("comes whole from its database, with the files through the server or from its folder", async () => {
      const other = await openHouse();
      const report = await importInto(other, "main", { address: database, artifacts: server.url });
      expect(reasons(report)).toEqual([SAME_NAME, CLAMPED, ODD_PATH]);
      await compare(other, "main", store, found);
      const third = await openHouse();
      await importInto(third, "main", { address: database, artifacts: path.join(folder, "server-files") });
      await compare(third, "main", store, found);
    });
  });

  describe("a SQLite database beside its files", () => {
    it("comes whole, and once more when nothing changed changes nothing", async () => {
      const store: Store = {
        trackingUri: `sqlite:///${path.join(folder, "own.db")}`,
        artifactsAt: path.join(folder, "own-files"),
        python,
        folder: path.join(folder, "own"),
      };
      await fillStore(store);
      const found = await dumpStore(store);
      const house = await openHouse();
      const options = { address: store.trackingUri, artifacts: path.join(folder, "own-files") };
      const report = await importInto(house, "main", options);
      expect(reasons(report)).toEqual([SAME_NAME, CLAMPED, ODD_PATH]);
      await compare(house, "main", store, found);
      const before = await contentOf(house);
      expect(reasons(await importInto(house, "main", options))).toEqual(reasons(report));
      expect(await contentOf(house)).toEqual(before);
    });
  });

  describe.each([
    { version: "newest", client: python },
    ...olderPythons.map(({ version, python: client }) => ({ version, client })),
  ])("an mlruns folder of the $version client", ({ version, client }) => {
    it("comes whole, infinities too", async () => {
      const mlruns = path.join(folder, `mlruns-${version}`);
      const store: Store = { trackingUri: mlruns, python: client, folder: path.join(folder, `runs-${version}`) };
      await fillStore(store);
      const found = await dumpStore(store);
      const house = await openHouse();
      const report = await importInto(house, "main", { address: mlruns });
      const renumbered = "changed 4 experiments: its id is too large for a number here";
      expect(reasons(report)).toEqual([SAME_NAME, renumbered, ODD_PATH]);
      await compare(house, "main", store, found);

      // The same through a server of that version.
      const server = await startMlflowServer({
        python: client,
        backendStoreUri: mlruns,
        dataDir: path.join(folder, `served-${version}`),
        env: { MLFLOW_ALLOW_FILE_STORE: "true" },
      });
      closers.push(() => server.stop());
      const other = await openHouse();
      expect(reasons(await importInto(other, "main", { address: server.url }))).toEqual(reasons(report));
      await compare(other, "main", store, found);
    });
  });

  it("databases of every schema since MLflow 1.0 are read", async () => {
    // The first with steps, the first with NaN, three in between, the first with datasets, and the last of 2.x.
    const revisions = ["451aebb31d03", "89d4b8295536", "7ac759974ad8", "c48cb773bb87", "cc1f77228345", "7f2a7d5fae7d"];
    revisions.push("0584bdc529eb");
    const store = { trackingUri: "", python, folder: path.join(folder, "schemas") };
    await makeOldSchemas(store, revisions);
    const house = await openHouse();
    for (const revision of revisions) {
      await house.project(`at-${revision}`);
      const address = `sqlite:///${path.join(store.folder, revision)}.db`;
      const report = await importInto(house, `at-${revision}`, { address, artifacts: store.folder });
      expect(report.came, revision).toMatchObject({ experiments: 1, runs: 1, "metric points": 1, params: 1, tags: 1 });
      const elsewhere = "missing 1 file trees: files at a path are not below the folder of artifacts";
      expect(reasons(report), revision).toEqual([elsewhere]);
    }
  });
});
