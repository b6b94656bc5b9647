import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { RunId } from "@assay/contract";
import { expect } from "vitest";
import { useHouse } from "../support/house.ts";
import { root } from "../support/repository.ts";
import { waitFor } from "../support/wait-for.ts";
import { itWithPython, runPython } from "./python-client.ts";
import { asRecord, RestClient, type WireRun } from "./rest-client.ts";

const open = useHouse({ hasWorker: true });
const rest = (): RestClient => new RestClient(open());
const example = (name: string): string => path.join(root, "examples/python", name);
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

itWithPython("ten_lines.py: params, a hundred exact points and a file", async () => {
  await runPython(open(), example("ten_lines.py"));
  const [run, ...others] = await rest().runsOf("ten lines");
  expect(others).toEqual([]);
  expect(run?.info.status).toBe("FINISHED");
  expect(asRecord(run?.data.params ?? [])).toEqual({ lr: "0.1", batch: "32" });
  const runId = run?.info.run_id ?? "";
  expect(await rest().history(runId, "loss")).toEqual(
    Array.from({ length: 100 }, (_, step) => [step, 1 / (1 + 0.1 * step)]),
  );
  expect((await rest().file(runId, "notes.txt")).toString()).toBe("Logged by ten lines of Python.");
});

itWithPython("keep_console.py: what it prints is with its run, line by line, and on the terminal too", async () => {
  const printed = await runPython(open(), example("keep_console.py"), { ASSAY_PROJECT: "team/main" });
  const [run] = await rest().runsOf("console output");
  const runId = RunId.parse(run?.info.run_id);
  const scope = { workspace: "team", project: "main" } as const;
  const { lines } = await open()
    .client()
    .api.log.read.query({ ...scope, runId });
  expect(lines.map(({ stream, text }) => `${stream}: ${text}`)).toEqual([
    "stdout: epoch 0: loss 1.000",
    "stdout: epoch 1: loss 0.500",
    "stdout: epoch 2: loss 0.333",
    "stderr: \u001b[33mwarning:\u001b[0m stopped early",
    "stdout: done",
  ]);
  expect(printed).toContain("epoch 2: loss 0.333\ndone");
});

itWithPython("search_digits.py: a parent with twelve runs of two families, each with all it logged", async () => {
  const printed = await runPython(open(), example("search_digits.py"));
  const runs = await rest().runsOf("digits search");
  const parentId = /searched: ([0-9a-f]{32})/.exec(printed)?.[1] ?? "";
  const parent = runs.find((run) => run.info.run_id === parentId);
  const children = runs.filter((run) => asRecord(run.data.tags)["mlflow.parentRunId"] === parentId);
  expect(runs).toHaveLength(13);
  expect(children).toHaveLength(12);
  expect(new Set(runs.map((run) => run.info.status))).toEqual(new Set(["FINISHED"]));
  expect(asRecord(parent?.data.tags ?? [])["mlflow.note.content"]).toBe("Two model families, six settings each.");
  const stored = await open().sql("SELECT count(*) AS children FROM run WHERE parent_run_id = $1", [parentId]);
  expect(stored).toEqual([{ children: "12" }]);
  const script = await rest().file(parentId, "code/search_digits.py");
  expect(script.equals(await readFile(example("search_digits.py")))).toBe(true);
  for (const child of children) await expectTrained(child);
  const settings = children.map((child) => JSON.stringify(asRecord(child.data.params)));
  expect(new Set(settings).size).toBe(12);
});

async function expectTrained(run: WireRun): Promise<void> {
  const { run_id: runId, run_name: name } = run.info;
  const params = asRecord(run.data.params);
  const points = params.family === "sgd" ? 30 : 10;
  expect(Object.keys(params).sort()).toEqual(
    params.family === "sgd" ? ["alpha", "family", "rate"] : ["depth", "family", "features"],
  );
  expect(name.startsWith(params.family ?? "?")).toBe(true);
  expect(asRecord(run.data.tags)).toMatchObject({ task: "digits", stage: "search", "mlflow.runName": name });
  expect(run.data.metrics.map((metric) => metric.key).sort()).toEqual([
    "test/accuracy",
    "test/loss",
    "train/accuracy",
    "train/loss",
  ]);
  for (const { key, value, step } of run.data.metrics) {
    const history = await rest().history(runId, key);
    expect(history.map(([at]) => at)).toEqual(Array.from({ length: points }, (_, at) => at));
    expect(history.at(-1)).toEqual([step, value]);
  }
  expect(
    run.inputs.dataset_inputs.map(({ tags, dataset }) => [dataset.name, asRecord(tags)["mlflow.data.context"]]),
  ).toEqual([
    ["digits-test", "test"],
    ["digits-train", "train"],
  ]);
  expect(await rest().files(runId)).toEqual(["plots/confusion.png", "report.json", "report.txt"]);
  expect((await rest().file(runId, "plots/confusion.png")).subarray(1, 4).toString()).toBe("PNG");
  expect(run.outputs.model_outputs).toHaveLength(1);
}

itWithPython(
  "search_digits.py: twenty-four inputs are two datasets, twelve models are ready with their files",
  async () => {
    const datasets = await open().sql(
      "SELECT d.name, d.digest_origin, count(*) AS runs FROM dataset d JOIN run_input i ON i.dataset_id = d.id GROUP BY 1, 2 ORDER BY 1",
    );
    expect(datasets.filter(({ name }) => name.startsWith("digits-"))).toEqual([
      { name: "digits-test", digest_origin: "claimed", runs: "12" },
      { name: "digits-train", digest_origin: "claimed", runs: "12" },
    ]);
    const models = await open().sql(
      "SELECT m.status, count(DISTINCT m.id) AS models, bool_and(a.sha256 IS NOT NULL) AS whole FROM logged_model m JOIN artifact a ON a.owner_kind = 'loggedModel' AND a.owner_id = m.id AND a.path = 'MLmodel' WHERE m.name = 'model' GROUP BY 1",
    );
    expect(models).toEqual([{ status: "ready", models: "12", whole: true }]);
  },
);

itWithPython(
  "promote_best.py: the best run's model becomes version 1 and champion, and predicts as its run said",
  async () => {
    const printed = await runPython(open(), example("promote_best.py"));
    const accuracies = (await rest().runsOf("digits search")).flatMap((run) =>
      run.data.metrics.filter((metric) => metric.key === "test/accuracy").map((metric) => Number(metric.value)),
    );
    expect(printed).toContain(`digits version 1 is champion`);
    expect(printed).toContain(`accuracy ${Math.max(...accuracies).toFixed(4)}`);
    const [alias] = await open().sql(
      "SELECT a.name, a.version_number, m.name AS model FROM alias a JOIN registered_model m ON m.id = a.model_id",
    );
    expect(alias).toEqual({ name: "champion", version_number: 1, model: "digits" });
  },
);

itWithPython("promote_best.py: the version's manifest holds the digests of the bytes that are served", async () => {
  const [version] = await open().sql<{ manifest: { path: string; sha256: string; sizeBytes: number }[] }>(
    "SELECT v.manifest FROM model_version v JOIN registered_model m ON m.id = v.model_id WHERE m.name = 'digits' AND v.number = 1",
  );
  const files = version?.manifest ?? [];
  expect(files.map((file) => file.path)).toEqual(expect.arrayContaining(["MLmodel", "model.pkl", "requirements.txt"]));
  for (const file of files) {
    const query = new URLSearchParams({ name: "digits", version: "1", path: file.path });
    const bytes = Buffer.from(await (await open().fetch(`/model-versions/get-artifact?${query}`)).arrayBuffer());
    expect({ sha256: sha256(bytes), sizeBytes: bytes.length }).toEqual({
      sha256: file.sha256,
      sizeBytes: file.sizeBytes,
    });
  }
});

itWithPython("promote_best.py: lineage leads from the alias back to model, run and data", async () => {
  const kinds = await waitFor(async () => {
    const edges = await open().sql<{ edge: string }>(
      `WITH RECURSIVE back AS (
        SELECT * FROM lineage_edge WHERE to_kind = 'alias' AND to_id LIKE '%champion%'
        UNION
        SELECT e.* FROM lineage_edge e JOIN back b ON e.project_id = b.project_id AND e.to_kind = b.from_kind AND e.to_id = b.from_id
      ) SELECT DISTINCT from_kind || ' > ' || to_kind AS edge FROM back ORDER BY 1`,
    );
    const found = edges.map(({ edge }) => edge);
    return found.includes("dataset > run") && found.includes("modelVersion > alias") ? found : null;
  });
  expect(kinds).toEqual(
    expect.arrayContaining([
      "dataset > run",
      "run > loggedModel",
      "loggedModel > modelVersion",
      "modelVersion > alias",
    ]),
  );
});

itWithPython("autolog_digits.py: what autologging notes arrives, nested runs of the grid too", async () => {
  await runPython(open(), example("autolog_digits.py"));
  const runs = await rest().runsOf("digits autolog");
  const byName = (name: string) => runs.find((run) => run.info.run_name === name);
  const plain = byName("mlp");
  const grid = byName("mlp grid");
  expect(runs).toHaveLength(6);
  expect(asRecord(plain?.data.params ?? [])).toMatchObject({
    hidden_layer_sizes: "(32,)",
    max_iter: "60",
    random_state: "7",
  });
  expect(plain?.data.metrics.map((metric) => metric.key)).toEqual(
    expect.arrayContaining(["training_accuracy_score", "training_f1_score"]),
  );
  expect(asRecord(plain?.data.tags ?? [])).toMatchObject({ estimator_name: "MLPClassifier" });
  expect(plain?.inputs.dataset_inputs.length).toBeGreaterThan(0);
  expect(plain?.outputs.model_outputs).toHaveLength(1);
  const children = runs.filter((run) => asRecord(run.data.tags)["mlflow.parentRunId"] === grid?.info.run_id);
  expect(children).toHaveLength(4);
  expect(new Set(children.map((run) => asRecord(run.data.params).alpha))).toEqual(new Set(["0.0001", "0.01"]));
});
