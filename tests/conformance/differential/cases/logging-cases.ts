import { type Case, route } from "../case.ts";

const createExperiment = route("POST", "experiments/create", "logging setup");
const createRun = route("POST", "runs/create", "logging setup");
const removeRun = route("POST", "runs/delete", "logging setup");
const logMetric = route("POST", "runs/log-metric");
const logParam = route("POST", "runs/log-parameter");
const logBatch = route("POST", "runs/log-batch");
const getRun = route("GET", "runs/get", "logging");
const history = route("GET", "metrics/get-history");
const bulk = route("GET", "metrics/get-history-bulk-interval");

const NOBODY = "0".repeat(32);
const run = { run_id: "«log run»" };
const other = { run_id: "«log other»" };
/** Takes what one of the servers may accept by mistake, so that it is not met again. */
const junk = { run_id: "«log junk»" };
const point = (key: string, value: unknown, step = 0, timestamp: unknown = 1_000) => ({ key, value, timestamp, step });

const setup: Case[] = [
  createExperiment("an experiment", { name: "logging" }, { keep: { logging: "experiment_id" } }),
  ...["log run", "log other", "log gone", "log junk"].map((name) =>
    createRun(
      name,
      { experiment_id: "«logging»", run_name: name, start_time: 1 },
      { keep: { [name]: "run.info.run_id" } },
    ),
  ),
  removeRun("one run", { run_id: "«log gone»" }),
];

const metrics: Case[] = [
  logMetric("a point", { ...run, ...point("loss", 0.5, 1) }),
  logMetric("the same point again", { ...run, ...point("loss", 0.5, 1) }),
  logMetric("a later step", { ...run, ...point("loss", 0.25, 2, 2_000) }),
  logMetric("an earlier step later", { ...run, ...point("loss", 9, 0, 3_000) }),
  logMetric("no step", { ...run, key: "stepless", value: 1, timestamp: 1 }),
  logMetric("everything as text", { ...run, key: "texts", value: "0.5", timestamp: "1000", step: "7" }),
  logMetric("a negative step", { ...run, ...point("negative", 1, -5) }),
  logMetric("NaN", { ...run, ...point("nan", "NaN") }),
  logMetric("infinity", { ...run, ...point("inf", "Infinity") }),
  logMetric("negative infinity", { ...run, ...point("-inf", "-Infinity") }),
  logMetric("a whole number", { ...run, ...point("whole", 3) }),
  logMetric("a tiny number", { ...run, ...point("tiny", 5e-324) }),
  logMetric("minus zero", { ...run, ...point("minus zero", -0) }),
  logMetric("no key", { ...run, value: 1, timestamp: 1 }),
  logMetric("an empty key", { ...run, ...point("", 1) }),
  logMetric("no value", { ...junk, key: "a", timestamp: 1 }),
  logMetric("null as value", { ...junk, ...point("a", null) }),
  logMetric("a word as value", { ...junk, ...point("a", "much") }),
  logMetric("a truth as value", { ...junk, ...point("a", true) }),
  logMetric("no timestamp", { ...junk, key: "a", value: 1 }),
  logMetric("a word as timestamp", { ...junk, ...point("a", 1, 0, "now") }),
  logMetric("a timestamp with a fraction", { ...junk, ...point("a", 1, 0, 1.5) }),
  logMetric("a negative timestamp", { ...junk, ...point("negative time", 1, 0, -1) }),
  logMetric("a timestamp beyond 2^53", { ...junk, ...point("late", 1, 0, "9007199254740993") }),
  logMetric("a word as step", { ...junk, key: "a", value: 1, timestamp: 1, step: "first" }),
  logMetric("no run", point("a", 1)),
  logMetric("a number as run", { run_id: 31, ...point("a", 1) }),
  logMetric("a run nobody has", { run_id: NOBODY, ...point("a", 1) }),
  logMetric("a deleted run", { run_id: "«log gone»", ...point("a", 1) }),
  logMetric("by run_uuid", { run_uuid: "«log run»", ...point("by uuid", 1) }),
  logMetric("a key with a plus", { ...run, ...point("a+b", 1) }),
  logMetric("a key with slash, colon and blank", { ...run, ...point("val/loss: a b", 1) }),
  logMetric("a key of 251 characters", { ...run, ...point("k".repeat(251), 1) }),
  logMetric("a key that climbs", { ...run, ...point("a/../b", 1) }),
  logMetric("a dataset's name without its digest", { ...run, ...point("a", 1), dataset_name: "d" }),
];

const params: Case[] = [
  logParam("a param", { ...run, key: "lr", value: "0.1" }),
  logParam("the same again", { ...run, key: "lr", value: "0.1" }),
  logParam("another value", { ...run, key: "lr", value: "0.2" }),
  logParam("an empty value", { ...run, key: "empty", value: "" }),
  logParam("no value", { ...run, key: "none" }),
  logParam("no key", { ...run, value: "v" }),
  logParam("an empty key", { ...run, key: "", value: "v" }),
  logParam("a number as value", { ...junk, key: "n", value: 5 }),
  logParam("a key of 251 characters", { ...run, key: "k".repeat(251), value: "v" }),
  logParam("a key of 130 umlauts", { ...run, key: "ä".repeat(130), value: "v" }),
  logParam("a value of 6,001 characters", { ...run, key: "long", value: `${"x".repeat(6_000)}y` }),
  logParam("a long value that is cut within a pair", { ...run, key: "pair", value: `${"x".repeat(5_999)}🚀🚀` }),
  logParam("a key with a plus", { ...run, key: "a+b", value: "v" }),
  logParam("a key with a trailing slash", { ...run, key: "a/", value: "v" }),
  logParam("no run", { key: "a", value: "v" }),
  logParam("a run nobody has", { run_id: NOBODY, key: "a", value: "v" }),
  logParam("a deleted run", { run_id: "«log gone»", key: "a", value: "v" }),
  logParam("by run_uuid", { run_uuid: "«log run»", key: "by uuid", value: "v" }),
  logParam("text of other scripts", { ...run, key: "schlüssel", value: "値 🚀 \t\n" }),
  getRun("metrics and params", run),
];

const pair = (key: string, value = "v") => ({ key, value });
const many = (count: number, make: (at: number) => object) => Array.from({ length: count }, (_, at) => make(at));

const batches: Case[] = [
  logBatch("all three", { ...other, metrics: [point("m", 1, 1)], params: [pair("p")], tags: [pair("t")] }),
  logBatch("the same again", { ...other, metrics: [point("m", 1, 1)], params: [pair("p")], tags: [pair("t")] }),
  logBatch("nothing", other),
  logBatch("empty lists", { ...other, metrics: [], params: [], tags: [] }),
  logBatch("one tag twice", { ...other, tags: [pair("twice", "1"), pair("twice", "2")] }),
  logBatch("one param twice", { ...other, params: [pair("q", "1"), pair("q", "2")] }),
  logBatch("one param twice with one value", { ...other, params: [pair("qq", "1"), pair("qq", "1")] }),
  logBatch("a param that has another value", { ...other, params: [pair("p", "other")] }),
  logBatch("a metric at two steps", { ...other, metrics: [point("steps", 1, 1), point("steps", 2, 2)] }),
  logBatch("a step that is there twice", { ...other, metrics: [point("dup", 1, 1), point("dup", 2, 1, 2_000)] }),
  logBatch("texts for numbers", { ...other, metrics: [{ key: "tx", value: "1.5", timestamp: "5", step: "3" }] }),
  logBatch("NaN and infinity", { ...other, metrics: [point("nan", "NaN"), point("inf", "Infinity", 1)] }),
  logBatch("no metric key", { ...other, metrics: [{ value: 1, timestamp: 1 }] }),
  logBatch("no metric value", { ...other, metrics: [{ key: "a", timestamp: 1 }] }),
  logBatch("no metric timestamp", { ...other, metrics: [{ key: "a", value: 1 }] }),
  logBatch("a fault in the second metric", { ...junk, metrics: [point("fine", 1), { key: "b", value: 1 }] }),
  logBatch("a number as metric key", { ...junk, metrics: [{ key: 31, value: 1, timestamp: 1 }] }),
  logBatch("a word as metric value", { ...junk, metrics: [point("a", "much")] }),
  logBatch("a list as metric value", { ...junk, metrics: [point("a", [1])] }),
  logBatch("no param key", { ...other, params: [{ value: "v" }] }),
  logBatch("no param value", { ...other, params: [{ key: "novalue" }] }),
  logBatch("a number as param value", { ...junk, params: [{ key: "n", value: 4 }] }),
  logBatch("no tag key", { ...other, tags: [{ value: "v" }] }),
  logBatch("no tag value", { ...other, tags: [{ key: "novalue" }] }),
  logBatch("an empty key", { ...other, tags: [pair("")] }),
  logBatch("a bad key", { ...other, params: [pair("a+b")] }),
  logBatch("metrics that are no list", { ...other, metrics: { a: 1 } }),
  logBatch("a metric that is no object", { ...junk, metrics: [5] }),
  logBatch("no run", { metrics: [point("a", 1)] }),
  logBatch("a number as run", { run_id: 31, metrics: [point("a", 1)] }),
  logBatch("a run nobody has", { run_id: NOBODY, metrics: [point("a", 1)] }),
  logBatch("a run id with blanks", { run_id: "a b", metrics: [point("a", 1)] }),
  logBatch("a deleted run", { run_id: "«log gone»", params: [pair("p")] }),
  logBatch("1,000 metrics", { ...other, metrics: many(1_000, (at) => point("thousand", at, at)) }),
  logBatch("1,001 metrics", { ...other, metrics: many(1_001, (at) => point("toomany", at, at)) }),
  logBatch("101 params", { ...other, params: many(101, (at) => pair(`p${at}`)) }),
  logBatch("101 tags", { ...other, tags: many(101, (at) => pair(`t${at}`)) }),
  logBatch("1,001 things", { ...other, metrics: many(1_000, (at) => point("all", at, at)), tags: [pair("one")] }),
  getRun("after the batches", other),
];

const reading: Case[] = [
  history("a key", { ...run, metric_key: "loss" }),
  history("NaN", { ...run, metric_key: "nan" }),
  history("a key with a slash", { ...run, metric_key: "val/loss: a b" }),
  history("steps twice", { ...other, metric_key: "dup" }),
  history("a key nobody logged", { ...run, metric_key: "nobody" }),
  history("no key", run),
  history("an empty key", { ...run, metric_key: "" }),
  history("no run", { metric_key: "loss" }),
  history("a run nobody has", { run_id: NOBODY, metric_key: "loss" }),
  history("a deleted run", { run_id: "«log gone»", metric_key: "loss" }),
  history("by run_uuid", { run_uuid: "«log run»", metric_key: "loss" }),
  history(
    "the first page",
    { ...run, metric_key: "loss", max_results: 2 },
    { keep: { "history token": "next_page_token" } },
  ),
  history("the second page", { ...run, metric_key: "loss", max_results: 2, page_token: "«history token»" }),
  history("a token that is none", { ...run, metric_key: "loss", max_results: 2, page_token: "what?" }),
  history("zero as max_results", { ...run, metric_key: "loss", max_results: 0 }),
  history("a word as max_results", { ...run, metric_key: "loss", max_results: "many" }),
  history("a thousand", { ...other, metric_key: "thousand" }),
  bulk("two runs", { run_ids: ["«log run»", "«log other»"], metric_key: "nan" }),
  bulk("a key with several points", { run_ids: ["«log run»"], metric_key: "loss" }),
  bulk("steps from and to", { run_ids: ["«log other»"], metric_key: "steps", start_step: 1, end_step: 1 }),
  bulk("from without to", { run_ids: ["«log other»"], metric_key: "steps", start_step: 1 }),
  bulk("from after to", { run_ids: ["«log other»"], metric_key: "steps", start_step: 5, end_step: 1 }),
  bulk("ten of a thousand", { run_ids: ["«log other»"], metric_key: "thousand", max_results: 10 }),
  bulk("seven of a hundred", {
    run_ids: ["«log other»"],
    metric_key: "thousand",
    start_step: 100,
    end_step: 199,
    max_results: 7,
  }),
  bulk("too many asked for", { run_ids: ["«log other»"], metric_key: "steps", max_results: 2_501 }),
  bulk("none asked for", { run_ids: ["«log other»"], metric_key: "steps", max_results: 0 }),
  bulk("no key", { run_ids: ["«log run»"] }),
  bulk("no runs", { metric_key: "loss" }),
  bulk("101 runs", { run_ids: many(101, () => ({})).map(() => NOBODY), metric_key: "loss" }),
  bulk("a run nobody has", { run_ids: [NOBODY], metric_key: "loss" }),
];

export const loggingCases: readonly Case[] = [...setup, ...metrics, ...params, ...batches, ...reading];
