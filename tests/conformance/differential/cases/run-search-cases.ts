import { type Case, route } from "../case.ts";

const createExperiment = route("POST", "experiments/create", "runs/search setup");
const createRun = route("POST", "runs/create", "runs/search setup");
const update = route("POST", "runs/update", "runs/search setup, end");
const logBatch = route("POST", "runs/log-batch", "runs/search setup, log");
const logInputs = route("POST", "runs/log-inputs", "runs/search setup");
const remove = route("POST", "runs/delete", "runs/search setup");
const search = route("POST", "runs/search");

const here = { experiment_ids: ["«haystack»"] };

interface Straw {
  name: string;
  user: string;
  metrics: Record<string, number | string>;
  params: Record<string, string>;
  tags: Record<string, string>;
  ends?: [status: string, at: number];
}

/** Every start time is another, so that every order is whole. */
const STRAWS: readonly Straw[] = [
  {
    name: "one",
    user: "ada",
    metrics: { loss: 0.5, "val loss": 1, "a/b": 1 },
    params: { lr: "0.1", opt: "Adam" },
    tags: { team: "blue" },
  },
  {
    name: "Two",
    user: "ada",
    metrics: { loss: 0.25 },
    params: { lr: "0.01", opt: "adam", "my key": "x y" },
    tags: { team: "Blue", it: "it''s" },
    ends: ["FINISHED", 9_000],
  },
  {
    name: "three_3",
    user: "grace",
    metrics: { loss: "NaN", acc: 0 },
    params: { lr: "10" },
    tags: { team: "red", x: "" },
    ends: ["FAILED", 8_000],
  },
  {
    name: "three%3",
    user: "grace",
    metrics: { loss: 1e9, acc: -1 },
    params: { lr: "9", opt: "SGD" },
    tags: {},
    ends: ["KILLED", 7_000],
  },
  {
    name: "five\\",
    user: "hal",
    metrics: { loss: -1e9, acc: 1e300 },
    params: { opt: "" },
    tags: { team: "it's" },
  },
  { name: "six", user: "hal", metrics: { acc: 0.5 }, params: { lr: "abc" }, tags: { team: "blue\\" } },
  { name: "bare", user: "hal", metrics: {}, params: {}, tags: {} },
];

const pairs = (record: Record<string, string>) => Object.entries(record).map(([key, value]) => ({ key, value }));

const setup: Case[] = [
  createExperiment("an experiment", { name: "haystack" }, { keep: { haystack: "experiment_id" } }),
  ...STRAWS.flatMap(({ name, user, metrics, params, tags, ends }, at): Case[] => [
    createRun(
      name,
      {
        ...{ experiment_id: "«haystack»", run_name: name, user_id: user, start_time: 1_000 + at },
        tags: [{ key: "mlflow.user", value: user }],
      },
      { keep: { [`straw ${at}`]: "run.info.run_id", [`straw ${at} root`]: "run.info.artifact_uri" } },
    ),
    logBatch(name, {
      run_id: `«straw ${at}»`,
      metrics: Object.entries(metrics).map(([key, value]) => ({ key, value, timestamp: 5, step: 1 })),
      params: pairs(params),
      tags: pairs(tags),
    }),
    ...(ends === undefined ? [] : [update(name, { run_id: `«straw ${at}»`, status: ends[0], end_time: ends[1] })]),
  ]),
  logInputs("a dataset", {
    run_id: "«straw 0»",
    datasets: [
      {
        dataset: { name: "iris", digest: "d1", source_type: "local", source: "x" },
        tags: [{ key: "mlflow.data.context", value: "training" }],
      },
    ],
  }),
  remove("the last", { run_id: "«straw 6»" }),
];

const find = (filter: string, rest: Record<string, unknown> = {}): Case => search(filter, { ...here, filter, ...rest });
const sorted = (...orders: string[]): Case => search(`order by ${orders.join(", ")}`, { ...here, order_by: orders });

/** Each is its own title. */
const FILTERS = [
  "metrics.loss < 0.4",
  "metric.loss <= 0.5",
  "metrics.loss != 0.5",
  "metrics.loss = 0.25",
  "metrics.loss > -5",
  "metrics.loss >= 1e3",
  "metrics.loss = 0",
  "metrics.`val loss` = 1",
  'metrics."val loss" = 1',
  "`metrics`.loss < 0.4",
  "`metrics`.`val loss` = 1",
  "`metrics.val loss` = 1",
  "metrics.a/b = 1",
  "metrics.`a/b` = 1",
  "metrics.nobody > 1",
  "params.opt = 'Adam'",
  "param.opt != 'Adam'",
  "parameters.opt LIKE '%dam'",
  "params.opt ILIKE 'ADAM'",
  "params.opt = ''",
  'params.opt = "Adam"',
  "params.`my key` = 'x y'",
  "params.\"my key\" = 'x y'",
  "params.'my key' = 'x y'",
  "params.opt IS NULL",
  "params.opt IS NOT NULL",
  "params.opt is not null",
  "params.lr LIKE '0.%'",
  "params.lr = 0.1",
  "params.lr > 5",
  "params.lr > '5'",
  "params.lr = `0.1`",
  "params.lr IN ('0.1')",
  "tags.team = 'blue'",
  "tag.team != 'blue'",
  "tags.team LIKE 'b%'",
  "tags.team ILIKE 'B%'",
  "tags.team = 'it''s'",
  "tags.it = 'it''s'",
  'tags.team = "it\'s"',
  "tags.team LIKE 'blue\\'",
  "tags.team LIKE 'blu\\e'",
  "tags.x = ''",
  "tags.team IS NULL",
  "tags.team IS NOT NULL",
  "tags.team IN ('blue')",
  "tags.mlflow.user = 'ada'",
  "tags.`mlflow.runName` = 'one'",
  "attributes.status = 'FINISHED'",
  "attribute.status != 'FINISHED'",
  "attr.status = 'RUNNING'",
  "run.status LIKE 'F%'",
  "status ILIKE 'fin%'",
  "status = 'finished'",
  "status IN ('FINISHED')",
  "status = 3",
  "status IS NULL",
  "run_name = 'one'",
  "run_name LIKE 'three_3'",
  "run_name LIKE 'three%'",
  "run_name LIKE 'five\\'",
  "run_name ILIKE 'TWO'",
  "`run name` = 'one'",
  "attributes.`Run name` = 'one'",
  "user_id = 'ada'",
  "user_id != 'ada'",
  "start_time > 1002",
  "attributes.created <= 1001",
  "start_time = 1000",
  "start_time LIKE '1%'",
  "start_time > '1002'",
  "end_time >= 8000",
  "end_time != 9000",
  "end_time IS NULL",
  "run_id = '«straw 1»'",
  "run_id != '«straw 1»'",
  "run_id IN ('«straw 0»', '«straw 2»')",
  "run_id NOT IN ('«straw 0»', '«straw 2»')",
  "run_id IN ('«straw 0»',)",
  "run_id IN ()",
  "run_id IN (1)",
  "run_id IN '«straw 0»'",
  "run_id IN ('NOBODY')",
  "run_id LIKE '%'",
  "artifact_uri = '«straw 0 root»'",
  "artifact_uri LIKE '%artifacts'",
  "experiment_id = '1'",
  "lifecycle_stage = 'active'",
  "datasets.name = 'iris'",
  "dataset.name != 'iris'",
  "dataset.digest = 'd1'",
  "dataset.context = 'training'",
  "dataset.name LIKE 'i%'",
  "dataset.name IN ('iris', 'x')",
  "dataset.name NOT IN ('x')",
  "dataset.name > 'a'",
  "dataset.schema = 'x'",
  "dataset.name IS NULL",
  "metrics.loss < 0.4 AND params.opt = 'adam'",
  "metrics.loss < 0.4 and tags.team = 'Blue' And status = 'FINISHED'",
  "metrics.loss > 0.1 AND metrics.loss < 0.4",
  "  metrics.loss   <   0.4  ",
  "metrics.loss<0.4",
  "metrics.loss < .5",
  "metrics.loss < 5.",
  "metrics.loss < +1",
  "metrics.loss > -1",
  "metrics.loss <> 0.5",
  "metrics.loss == 0.5",
  "metrics.loss IS NULL",
  "metrics.loss < 'a'",
  "metrics.loss LIKE '1'",
  "metrics.loss",
  "metrics.loss <",
  "< 0.5",
  "0.5 > metrics.loss",
  "metrics.loss < metrics.acc",
  "metrics.loss < 0.5 AND",
  "AND metrics.loss < 0.5",
  "metrics.loss < 0.5 AND AND metrics.acc > 0",
  "metrics.loss < 0.5 metrics.acc > 0",
  "metrics.loss < 0.5, metrics.acc > 0",
  "metrics.loss < 0.5; DROP TABLE runs",
  "metrics.loss < 0.5 OR metrics.acc > 0",
  "NOT metrics.loss < 0.5",
  "(metrics.loss < 0.5)",
  "metrics.loss < 0.5 -- comment",
  "metrics. < 5",
  ".loss < 5",
  "metrics < 5",
  "colour = 'red'",
  "things.a = 'b'",
  "params.opt = Adam",
  "params.opt = 'Adam",
  "params.`opt = 'Adam'",
  "params.opt LIKE 5",
  "params.opt NOT LIKE 'A%'",
  "params.opt BETWEEN 'a' AND 'b'",
  "",
  "   ",
];

const ORDERS: readonly string[][] = [
  ["metrics.loss"],
  ["metrics.loss ASC"],
  ["metrics.loss DESC"],
  ["metric.acc desc"],
  ["metrics.`val loss`"],
  ['metrics."val loss" DESC'],
  ["`metrics`.loss"],
  ["params.lr"],
  ["params.lr DESC"],
  ["params.opt"],
  ["params.`my key`"],
  ["tags.team"],
  ["tags.team DESC"],
  ["attributes.start_time"],
  ["start_time ASC"],
  ["start_time DESC"],
  ["created"],
  ["end_time"],
  ["end_time DESC"],
  ["status"],
  ["status DESC", "start_time"],
  ["run_name"],
  ["Run Name DESC"],
  ["user_id", "start_time ASC"],
  ["params.opt DESC", "metrics.loss"],
  ["metrics.nobody"],
  ["params.nobody DESC"],
  ["metrics.loss", "metrics.loss DESC"],
  ["metrics.loss sideways"],
  ["metrics.loss ASC DESC"],
  ["metrics.val loss"],
  ["dataset.name"],
  ["colour"],
  ["experiment_id"],
  ["lifecycle_stage"],
  [""],
  ["1"],
];

const paging: Case[] = [
  search("all of an experiment", here),
  search("deleted ones", { ...here, run_view_type: "DELETED_ONLY" }),
  search("deleted ones too", { ...here, run_view_type: "ALL", order_by: ["start_time"] }),
  search("no experiments", {}),
  search("an empty list of experiments", { experiment_ids: [] }),
  search("an experiment nobody has", { experiment_ids: ["999999"] }),
  search("a word as experiment", { experiment_ids: ["abc"] }),
  search("two experiments", { experiment_ids: ["«haystack»", "999999"], filter: "metrics.loss < 0.4" }),
  search("the first page", { ...here, max_results: 2 }, { keep: { "runs token": "next_page_token" } }),
  search(
    "the second page",
    { ...here, max_results: 2, page_token: "«runs token»" },
    { keep: { "runs token 2": "next_page_token" } },
  ),
  search("the last page", { ...here, max_results: 2, page_token: "«runs token 2»" }),
  search("a token that is none", { ...here, page_token: "what?" }),
  search("zero as max_results", { ...here, max_results: 0 }),
  search("a negative max_results", { ...here, max_results: -1 }),
  search("more than allowed", { ...here, max_results: 50_001 }),
  search("as many as allowed", { ...here, max_results: 50_000, filter: "metrics.loss < 0.4" }),
  search("a filter that is no text", { ...here, filter: 5 }),
  search("twelve columns", { ...here, order_by: Array.from({ length: 12 }, (_, at) => `metrics.m${at}`) }),
  search("a list of 400 runs", {
    ...here,
    filter: `run_id IN (${Array.from({ length: 400 }, (_, at) => `'${String(at).padStart(32, "0")}'`).join(", ")})`,
  }),
];

const EDGES = ["Infinity", "-Infinity", "NaN", "5"];
const atEdges = { experiment_ids: ["«edges»"] };

/** Apart from the others: MLflow answers other values than it was given. */
const edges: Case[] = [
  createExperiment("an experiment for edges", { name: "edges" }, { keep: { edges: "experiment_id" } }),
  ...EDGES.flatMap((value, at): Case[] => [
    createRun(
      `edge ${value}`,
      { experiment_id: "«edges»", run_name: value, user_id: "ada", start_time: at + 1 },
      { keep: { [`edge ${at}`]: "run.info.run_id" } },
    ),
    logBatch(`edge ${value}`, { run_id: `«edge ${at}»`, metrics: [{ key: "loss", value, timestamp: 5, step: 1 }] }),
  ]),
  search("edges upwards", { ...atEdges, order_by: ["metrics.loss"] }),
  search("edges downwards", { ...atEdges, order_by: ["metrics.loss DESC"] }),
  search("edges above a number", { ...atEdges, filter: "metrics.loss > 4" }),
  search("edges below a number", { ...atEdges, filter: "metrics.loss < 6" }),
];

export const runSearchCases: readonly Case[] = [
  ...setup,
  ...FILTERS.map((filter) => find(filter)),
  ...ORDERS.map((orders) => sorted(...orders)),
  ...paging,
  ...edges,
];
