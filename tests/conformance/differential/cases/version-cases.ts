import { type Case, route } from "../case.ts";

const createExperiment = route("POST", "experiments/create", "versions setup");
const createRun = route("POST", "runs/create", "versions setup");
const put = route("PUT", "/api/2.0/mlflow-artifacts/artifacts", "versions setup");
const createLogged = route("POST", "logged-models", "versions setup");
const createModel = route("POST", "registered-models/create", "versions setup");
const create = route("POST", "model-versions/create");
const get = route("GET", "model-versions/get");
const update = route("PATCH", "model-versions/update");
const remove = route("DELETE", "model-versions/delete");
const search = route("GET", "model-versions/search");
const download = route("GET", "model-versions/get-download-uri");
const stage = route("POST", "model-versions/transition-stage");
const setTag = route("POST", "model-versions/set-tag");
const deleteTag = route("DELETE", "model-versions/delete-tag");
const setAlias = route("POST", "registered-models/alias");
const deleteAlias = route("DELETE", "registered-models/alias", "DELETE registered-models/alias");
const getAlias = route("GET", "registered-models/alias", "GET registered-models/alias");
const getModel = route("GET", "registered-models/get", "versions");
const getLogged = route("GET", "logged-models", "versions");
const latest = route("POST", "registered-models/get-latest-versions", "versions");
const getFile = route("GET", "/model-versions/get-artifact");

const NOBODY = "0".repeat(32);
const fromRun = { name: "ver", source: "runs:/«ver run»/model", run_id: "«ver run»" };
const bytes = (at: string): Case =>
  put(at, {}, { at: `/${at}/MLmodel`, raw: "flavors: {}", headers: { "content-type": "text/plain" } });

const creating: Case[] = [
  createExperiment("an experiment", { name: "versions" }, { keep: { versions: "experiment_id" } }),
  createRun(
    "a run",
    { experiment_id: "«versions»", run_name: "maker", start_time: 1 },
    { keep: { "ver run": "run.info.run_id", "ver root": "run.info.artifact_uri" } },
  ),
  bytes("«ver root path»/model"),
  createLogged(
    "a logged model",
    { experiment_id: "«versions»", name: "logged", source_run_id: "«ver run»" },
    { keep: { "ver logged": "model.info.model_id", "ver logged root": "model.info.artifact_uri" } },
  ),
  bytes("«ver logged root path»"),
  createModel("a model", { name: "ver" }),
  createModel("a model for junk", { name: "ver junk" }),
  createModel("a prompt", { name: "ver prompt", tags: [{ key: "mlflow.prompt.is_prompt", value: "true" }] }),
  create("of a run", fromRun),
  create("with everything", {
    ...fromRun,
    description: "better",
    run_link: "https://example.org/run",
    tags: [{ key: "stage", value: "candidate" }],
  }),
  create("of an artifact URI", { ...fromRun, source: "«ver root»/model" }),
  create("of a logged model", {
    name: "ver",
    source: "models:/«ver logged»",
    model_id: "«ver logged»",
    run_id: "«ver run»",
  }),
  create("of another version", { name: "ver", source: "models:/ver/1" }),
  create("a run's source without its run", { name: "ver junk", source: "runs:/«ver run»/model" }),
  create("a logged model's source without its id", { name: "ver junk", source: "models:/«ver logged»" }),
  create("a source of another run", { ...fromRun, name: "ver junk", run_id: NOBODY }),
  create("no source", { name: "ver" }),
  create("an empty source", { name: "ver", source: "" }),
  create("no name", { source: "runs:/«ver run»/model", run_id: "«ver run»" }),
  create("a model nobody has", { ...fromRun, name: "ver nobody" }),
  create("a local path", { ...fromRun, name: "ver junk", source: "/etc/passwd" }),
  create("a local path without a run", { name: "ver junk", source: "/etc/passwd" }),
  create("a file URI", { ...fromRun, name: "ver junk", source: "file:///etc/passwd" }),
  create("a source that climbs", { ...fromRun, name: "ver junk", source: "mlflow-artifacts:/a/../../b" }),
  create("a source that climbs, escaped", { ...fromRun, source: "mlflow-artifacts://host/%2e%2e%2fb" }),
  create("a version nobody has", { name: "ver junk", source: "models:/ver/99" }),
  create("a logged model nobody has", { name: "ver junk", source: `models:/m-${NOBODY}`, model_id: `m-${NOBODY}` }),
  create("a run nobody has", { name: "ver junk", source: `runs:/${NOBODY}/model`, run_id: NOBODY }),
  create("a number as source", { name: "ver junk", source: 5 }),
  create("a folder without files", { ...fromRun, name: "ver junk", source: "runs:/«ver run»/nothing" }),
  create("a prompt's placeholder", {
    name: "ver prompt",
    source: "dummy-source",
    tags: [{ key: "mlflow.prompt.is_prompt", value: "true" }],
  }),
  getLogged("the logged model says where it is registered", {}, { at: "/«ver logged»" }),
];

const reading: Case[] = [
  get("a version", { name: "ver", version: "1" }),
  get("with everything", { name: "ver", version: "2" }),
  get("no version", { name: "ver" }),
  get("no name", { version: "1" }),
  get("an empty version", { name: "ver", version: "" }),
  get("a version nobody has", { name: "ver", version: "99" }),
  get("a word as version", { name: "ver", version: "first" }),
  get("a model nobody has", { name: "ver nobody", version: "1" }),
  download("a version", { name: "ver", version: "1" }),
  download("a version nobody has", { name: "ver", version: "99" }),
  getFile("a file", { name: "ver", version: "1", path: "MLmodel" }),
  getFile("what is not there", { name: "ver", version: "1", path: "nothing" }),
  getFile("straight from a bucket", { name: "ver", version: "1", path: "MLmodel", presigned: "true" }),
  getFile("not straight from a bucket", { name: "ver", version: "1", path: "MLmodel", presigned: "false" }),
  getFile("climbing out", { name: "ver", version: "1", path: "../x" }),
  update("a description", { name: "ver", version: "1", description: "said" }),
  update("an empty description", { name: "ver", version: "1", description: "" }),
  update("no description", { name: "ver", version: "1" }),
  update("a version nobody has", { name: "ver", version: "99", description: "x" }),
  update("no version", { name: "ver", description: "x" }),
  setTag("a tag", { name: "ver", version: "1", key: "k", value: "v" }),
  setTag("no value", { name: "ver", version: "1", key: "none" }),
  setTag("no key", { name: "ver", version: "1", value: "v" }),
  setTag("an empty key", { name: "ver", version: "1", key: "", value: "v" }),
  setTag("no version", { name: "ver", key: "k", value: "v" }),
  setTag("a version nobody has", { name: "ver", version: "99", key: "k", value: "v" }),
  setTag("a key of 251 characters", { name: "ver", version: "1", key: "k".repeat(251), value: "v" }),
  setTag("a value of 100,001 characters", { name: "ver", version: "1", key: "long", value: "v".repeat(100_001) }),
  deleteTag("a tag", { name: "ver", version: "1", key: "none" }),
  deleteTag("a tag that is gone", { name: "ver", version: "1", key: "none" }),
  deleteTag("a version nobody has", { name: "ver", version: "99", key: "k" }),
];

const naming: Case[] = [
  setAlias("an alias", { name: "ver", alias: "champion", version: "1" }),
  setAlias("moved", { name: "ver", alias: "champion", version: "2" }),
  setAlias("in other case", { name: "ver", alias: "Champion", version: "1" }),
  setAlias("no alias", { name: "ver", version: "1" }),
  setAlias("an empty alias", { name: "ver", alias: "", version: "1" }),
  setAlias("latest", { name: "ver", alias: "latest", version: "1" }),
  setAlias("like a version", { name: "ver", alias: "v1", version: "1" }),
  setAlias("a blank in it", { name: "ver", alias: "a b", version: "1" }),
  setAlias("256 characters", { name: "ver", alias: "a".repeat(256), version: "1" }),
  setAlias("a version nobody has", { name: "ver", alias: "x", version: "99" }),
  setAlias("a model nobody has", { name: "ver nobody", alias: "x", version: "1" }),
  setAlias("no version", { name: "ver", alias: "x" }),
  getAlias("an alias", { name: "ver", alias: "champion" }),
  getAlias("nobody's", { name: "ver", alias: "nobody" }),
  getAlias("latest", { name: "ver", alias: "latest" }),
  getAlias("no alias", { name: "ver" }),
  getAlias("a model nobody has", { name: "ver nobody", alias: "x" }),
  get("with its alias", { name: "ver", version: "2" }),
  getModel("the model's aliases", { name: "ver" }),
  deleteAlias("an alias", { name: "ver", alias: "Champion" }),
  deleteAlias("again", { name: "ver", alias: "Champion" }),
  deleteAlias("a model nobody has", { name: "ver nobody", alias: "x" }),
  deleteAlias("no alias", { name: "ver" }),
  stage("to production", { name: "ver", version: "2", stage: "Production", archive_existing_versions: false }),
  stage("in lower case", { name: "ver", version: "1", stage: "staging" }),
  stage("a second one in production", { name: "ver", version: "3", stage: "Production" }),
  get("the first in production", { name: "ver", version: "2" }),
  latest("the newest of each stage", { name: "ver" }),
  latest("of some stages", { name: "ver", stages: ["Production"] }),
  latest("of a stage that is none", { name: "ver", stages: ["Somewhere"] }),
  getModel("the model's latest versions", { name: "ver" }),
  stage("archiving the others", { name: "ver", version: "1", stage: "Production", archive_existing_versions: true }),
  get("archived by another", { name: "ver", version: "2" }),
  stage("a stage that is none", { name: "ver", version: "1", stage: "Somewhere" }),
  stage("no stage", { name: "ver", version: "1" }),
  stage("a version nobody has", { name: "ver", version: "99", stage: "Staging" }),
  stage("archiving with no stage to hold", {
    name: "ver",
    version: "1",
    stage: "None",
    archive_existing_versions: true,
  }),
];

const find = (title: string, filter: string, rest: Record<string, unknown> = {}): Case =>
  search(title, { filter, ...rest });
const sorted = (title: string, ...orders: string[]): Case => find(title, "name = 'ver'", { order_by: orders });

const searching: Case[] = [
  find("by name", "name = 'ver'", { order_by: ["version_number"] }),
  find("a pattern", "name LIKE 've_'", { order_by: ["version_number"] }),
  find("by run", "name = 'ver' AND run_id = '«ver run»'", { order_by: ["version_number"] }),
  find("by several runs", "name = 'ver' AND run_id IN ('«ver run»')", { order_by: ["version_number"] }),
  find("by several names", "name IN ('ver')", { order_by: ["version_number"] }),
  find("by number", "name = 'ver' AND version_number > 2", { order_by: ["version_number"] }),
  find("by source", "name = 'ver' AND source_path = 'runs:/«ver run»/model'", { order_by: ["version_number"] }),
  find("by source pattern", "name = 'ver' AND source_path LIKE 'runs:%'", { order_by: ["version_number"] }),
  find("by several sources", "source_path IN ('runs:/«ver run»/model')"),
  find("a tag", "tags.stage = 'candidate'"),
  find("a tag that is another", "tags.stage != 'x'"),
  find("a number as text", "version_number = '1'"),
  find("by a time", "creation_timestamp > 5"),
  find("what there is not", "colour = 'red'"),
  find("a run in upper case", "run_id IN ('ABC')"),
  find("nobody's", "name = 'ver nobody'"),
  sorted("ordered by number", "version_number"),
  sorted("ordered by number backwards", "version_number DESC"),
  sorted("ordered by creation", "creation_timestamp ASC", "version_number"),
  sorted("ordered by name", "name", "version_number DESC"),
  sorted("ordered by a tag", "tags.stage"),
  sorted("ordered by what there is not", "colour"),
  search(
    "the first page",
    { filter: "name = 'ver'", order_by: ["version_number"], max_results: 2 },
    { keep: { "ver token": "next_page_token" } },
  ),
  search("the second page", {
    filter: "name = 'ver'",
    order_by: ["version_number"],
    max_results: 2,
    page_token: "«ver token»",
  }),
  search("beyond the limit", { filter: "name = 'ver'", max_results: 200_001 }),
  search("a token that is none", { filter: "name = 'ver'", page_token: "what?" }),
];

const deleting: Case[] = [
  remove("a version", { name: "ver", version: "3" }),
  remove("again", { name: "ver", version: "3" }),
  remove("no version", { name: "ver" }),
  remove("a version nobody has", { name: "ver", version: "99" }),
  get("a deleted one", { name: "ver", version: "3" }),
  remove("the one with the alias", { name: "ver", version: "2" }),
  getAlias("of a deleted version", { name: "ver", alias: "champion" }),
  create("the next number", fromRun),
];

export const versionCases: readonly Case[] = [...creating, ...reading, ...naming, ...searching, ...deleting];
