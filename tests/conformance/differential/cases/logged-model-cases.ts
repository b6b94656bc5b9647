import { type Case, route } from "../case.ts";

const createExperiment = route("POST", "experiments/create", "logged models setup");
const createRun = route("POST", "runs/create", "logged models setup");
const logBatch = route("POST", "runs/log-batch", "logged models setup");
const create = route("POST", "logged-models");
const get = route("GET", "logged-models", "logged-models/{id}");
const finalize = route("PATCH", "logged-models", "PATCH logged-models/{id}");
const remove = route("DELETE", "logged-models", "DELETE logged-models/{id}");
const setTags = route("PATCH", "logged-models", "logged-models/{id}/tags");
const deleteTag = route("DELETE", "logged-models", "DELETE logged-models/{id}/tags/{key}");
const logParams = route("POST", "logged-models", "logged-models/{id}/params");
const search = route("POST", "logged-models/search");
const directories = route("GET", "logged-models", "logged-models/{id}/artifacts/directories");
const files = route("GET", "/ajax-api/2.0/mlflow/logged-models", "logged-models/{id}/artifacts/files");

const NO_MODEL = `/m-${"0".repeat(32)}`;
const inModels = { experiment_id: "«models»" };
/** Takes what one of the servers may accept by mistake, so that it is not met again. */
const inJunk = { experiment_id: "«models junk»" };
const at = (name: string, rest = "") => ({ at: `/«${name}»${rest}` });

const creating: Case[] = [
  createExperiment("an experiment", { name: "models" }, { keep: { models: "experiment_id" } }),
  createExperiment("one for junk", { name: "models junk" }, { keep: { "models junk": "experiment_id" } }),
  createRun(
    "a run",
    { ...inModels, run_name: "trainer", start_time: 1 },
    { keep: { "models run": "run.info.run_id" } },
  ),
  create(
    "everything",
    {
      ...inModels,
      name: "net",
      model_type: "classifier",
      source_run_id: "«models run»",
      params: [{ key: "depth", value: "3" }],
      tags: [{ key: "team", value: "blue" }],
    },
    { keep: { net: "model.info.model_id", "net root": "model.info.artifact_uri" } },
  ),
  create("without a run", { ...inModels, name: "runless" }, { keep: { runless: "model.info.model_id" } }),
  create("the same name again", { ...inModels, name: "net" }, { keep: { net2: "model.info.model_id" } }),
  create("no name", inJunk, { keep: { junk: "model.info.model_id" } }),
  create("an empty name", { ...inJunk, name: "" }),
  create("a name with a slash", { ...inJunk, name: "a/b" }),
  create("a name with a dot", { ...inJunk, name: "a.b" }),
  create("a name with a quote", { ...inJunk, name: "a'b" }),
  create("a name with a colon", { ...inJunk, name: "a:b" }),
  create("a name with a percent sign", { ...inJunk, name: "a%b" }),
  create("no experiment", { name: "x" }),
  create("an experiment nobody has", { experiment_id: "999999", name: "x" }),
  create("a run nobody has", { ...inJunk, name: "x", source_run_id: "0".repeat(32) }),
  create("a number as name", { ...inJunk, name: 5 }),
  create("params that are no list", { ...inJunk, name: "x", params: "a" }),
];

const reading: Case[] = [
  get("a model", {}, at("net")),
  get("nobody's", {}, { at: NO_MODEL }),
  get("an id that is none", {}, { at: "/abc" }),
  setTags(
    "two tags",
    {
      tags: [
        { key: "a", value: "1" },
        { key: "b", value: "" },
      ],
    },
    at("net", "/tags"),
  ),
  setTags("over one", { tags: [{ key: "a", value: "2" }] }, at("net", "/tags")),
  setTags("none", { tags: [] }, at("net", "/tags")),
  setTags("no list", { tags: "a" }, at("net", "/tags")),
  setTags("nobody's", { tags: [{ key: "a", value: "2" }] }, { at: `${NO_MODEL}/tags` }),
  deleteTag("a tag", {}, at("net", "/tags/b")),
  deleteTag("a tag that is gone", {}, at("net", "/tags/b")),
  deleteTag("nobody's", {}, { at: `${NO_MODEL}/tags/a` }),
  logParams("a param", { model_id: "«net»", params: [{ key: "width", value: "5" }] }, at("net", "/params")),
  logParams("none", { model_id: "«net»", params: [] }, at("net", "/params")),
  logParams("no list", { model_id: "«net»", params: "a" }, at("net", "/params")),
  logParams(
    "nobody's",
    { model_id: `m-${"0".repeat(32)}`, params: [{ key: "width", value: "5" }] },
    { at: `${NO_MODEL}/params` },
  ),
  get("after the changes", {}, at("net")),
  logParams("no model in the body", { params: [{ key: "height", value: "5" }] }, at("junk", "/params")),
  finalize("ready", { model_id: "«net»", status: "LOGGED_MODEL_READY" }, at("net")),
  finalize("failed, by number", { model_id: "«net2»", status: 3 }, at("net2")),
  finalize("another model in the body", { model_id: "«junk»", status: 3 }, at("net2")),
  finalize("a status that is none", { model_id: "«junk»", status: "DONE" }, at("junk")),
  finalize("no status", { model_id: "«junk»" }, at("junk")),
  finalize("nobody's", { model_id: `m-${"0".repeat(32)}`, status: "LOGGED_MODEL_READY" }, { at: NO_MODEL }),
  directories("nothing in it", {}, at("net", "/artifacts/directories")),
  directories("climbing out", { artifact_directory_path: "../x" }, at("net", "/artifacts/directories")),
  directories("nobody's", {}, { at: `${NO_MODEL}/artifacts/directories` }),
  files("no path", {}, at("net", "/artifacts/files")),
  files("what is not there", { artifact_file_path: "x.txt" }, at("net", "/artifacts/files")),
];

const point = (key: string, value: unknown, model: string, step = 0, timestamp = 1_000) => ({
  key,
  value,
  timestamp,
  step,
  model_id: `«${model}»`,
});

const measured = (value: number, model: string, dataset: string, digest: string, step = 1) => ({
  ...point("f1", value, model, step),
  dataset_name: dataset,
  dataset_digest: digest,
});

const found = { experiment_ids: ["«models»"] };
const find = (title: string, filter: string, rest: Record<string, unknown> = {}): Case =>
  search(title, { ...found, filter, ...rest });
const sorted = (title: string, ...fields: object[]): Case => search(title, { ...found, order_by: fields });

const searching: Case[] = [
  logBatch("metrics of two models", {
    run_id: "«models run»",
    metrics: [
      point("acc", 0.5, "net", 1),
      point("acc", 0.9, "net", 0, 500),
      point("acc", 0.7, "net2", 1),
      point("acc", 0.2, "runless", 3, 700),
      point("acc", 0.8, "runless", 3, 600),
      measured(0.6, "net", "flowers", "one"),
      measured(0.9, "net", "trees", "one", 2),
      measured(0.7, "net2", "flowers", "two"),
      measured(0.8, "runless", "trees", "one"),
      point("loss", "NaN", "net2", 1),
    ],
  }),
  get("with its metrics", {}, at("net")),
  find("nothing to ask", ""),
  find("by name", "name = 'net'"),
  find("by another name", "name != 'net'"),
  find("a pattern", "name LIKE 'n%'"),
  find("a pattern of any case", "name ILIKE 'N%'"),
  find("several names", "name IN ('net', 'runless')"),
  find("none of several names", "name NOT IN ('net')"),
  find("by status", "status = 'READY'"),
  find("by another status", "status != 'FAILED'"),
  find("several statuses", "status IN ('READY', 'FAILED')"),
  find("a status that is none", "status = 'DONE'"),
  find("a pattern for a status", "status LIKE 'R%'"),
  find("by type", "model_type = 'classifier'"),
  find("by run", "source_run_id = '«models run»'"),
  find("by id", "model_id = '«net»'"),
  find("attributes as prefix", "attributes.name = 'net'"),
  find("a param", "params.depth = '3'"),
  find("a tag", "tags.team = 'blue'"),
  find("a metric", "metrics.acc > 0.6"),
  find("the latest of a metric", "metrics.acc = 0.5"),
  find("a step of a metric that is not its last", "metrics.acc = 0.9"),
  find("the latest of a metric at one step", "metrics.acc = 0.2"),
  find("a metric that is NaN", "metrics.loss = 0"),
  find("created after", "creation_timestamp > 1000"),
  find("two parts", "name = 'net' AND status = 'READY'"),
  find("a tag without a prefix", "team = 'blue'"),
  find("a number for a name", "name = 5"),
  find("text for a metric", "metrics.acc > 'a'"),
  find("a pattern for a metric", "metrics.acc LIKE '1'"),
  find("a tag that is null", "tags.team IS NULL"),
  find("what is no filter", "what?"),
  sorted("ordered by name", { field_name: "name", ascending: true }, { field_name: "creation_timestamp" }),
  sorted("ordered by a metric", { field_name: "metrics.acc", ascending: false }),
  sorted("ordered by a metric upwards", { field_name: "metrics.acc", ascending: true }),
  sorted("ordered by creation", { field_name: "creation_timestamp", ascending: true }),
  sorted("ordered by a param", { field_name: "params.depth" }),
  sorted("ordered by a tag", { field_name: "tags.team" }),
  sorted("ordered by what there is not", { field_name: "colour" }),
  search("within a dataset", { ...found, filter: "metrics.acc > 0.1", datasets: [{ dataset_name: "nobody" }] }),
  search("within a dataset nobody has, whatever was measured", { ...found, datasets: [{ dataset_name: "nobody" }] }),
  search("on a dataset, by name", { ...found, filter: "name = 'net'", datasets: [{ dataset_name: "trees" }] }),
  search("on a dataset, whatever was measured", { ...found, datasets: [{ dataset_name: "flowers" }] }),
  search("on a dataset of one digest", {
    ...found,
    datasets: [{ dataset_name: "flowers", dataset_digest: "two" }],
  }),
  search("on a dataset, by a metric", {
    ...found,
    filter: "metrics.f1 < 0.65",
    datasets: [{ dataset_name: "flowers" }],
  }),
  search("on two datasets, by a metric", {
    ...found,
    filter: "metrics.f1 < 0.85",
    datasets: [{ dataset_name: "flowers" }, { dataset_name: "trees" }],
  }),
  search("on a dataset, in the order of a metric", {
    ...found,
    datasets: [{ dataset_name: "flowers" }],
    order_by: [{ field_name: "metrics.f1", ascending: true }],
  }),
  sorted("ordered by a metric on a dataset", { field_name: "metrics.f1", dataset_name: "trees", ascending: true }),
  sorted("ordered by a metric on a dataset with an empty name", { field_name: "metrics.f1", dataset_name: "" }),
  sorted("ordered by a metric on a dataset nobody has", { field_name: "metrics.f1", dataset_name: "nobody" }),
  search("on a dataset without a name", { ...found, datasets: [{ dataset_digest: "one" }] }),
  search("on a dataset with an empty name", { ...found, datasets: [{ dataset_name: "" }] }),
  search("no experiments"),
  search("an empty list of experiments", { experiment_ids: [] }),
  search("an experiment nobody has", { experiment_ids: ["999999"] }),
  search("the first page", { ...found, max_results: 2 }, { keep: { "models token": "next_page_token" } }),
  search("the second page", { ...found, max_results: 2, page_token: "«models token»" }),
  search("a page of another search", {
    ...found,
    filter: "name = 'net'",
    max_results: 2,
    page_token: "«models token»",
  }),
  search("a token that is none", { ...found, page_token: "what?" }),
];

const deleting: Case[] = [
  remove("a model", {}, at("net2")),
  remove("again", {}, at("net2")),
  remove("nobody's", {}, { at: NO_MODEL }),
  get("a deleted one", {}, at("net2")),
  get("a deleted one, allowed", { allow_deleted: true }, at("net2")),
];

export const loggedModelCases: readonly Case[] = [...creating, ...reading, ...searching, ...deleting];
