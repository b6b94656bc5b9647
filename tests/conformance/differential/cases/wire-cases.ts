import { type Case, route } from "../case.ts";

const TRACKING = "/api/2.0/mlflow";
const createRun = route("POST", "runs/create", "wire setup");
const setTag = route("POST", "runs/set-tag", "wire");
const getRun = route("GET", "runs/get", "wire");
const search = route("POST", "runs/search", "wire");
const anywhere = (method: Case["method"], path: string, title: string, rest: Partial<Case> = {}): Case => ({
  name: `wire: ${title}`,
  method,
  path,
  ...rest,
});
const tag = (title: string, raw: string, headers: Record<string, string> = {}): Case =>
  setTag(title, {}, { raw, headers });
const body = { run_id: "«wire run»", key: "k", value: "v" };

export const wireCases: readonly Case[] = [
  createRun(
    "a run",
    { experiment_id: "0", run_name: "wire", start_time: 1 },
    { keep: { "wire run": "run.info.run_id" } },
  ),
  anywhere("GET", "/health", "health"),
  anywhere("HEAD", "/health", "health without a body"),
  anywhere("GET", "/version", "version"),
  anywhere("GET", "/api/3.0/mlflow/server-info", "what server it is"),
  anywhere("GET", `/ajax-api/2.0/mlflow/runs/get`, "ajax-api", { query: { run_id: "«wire run»" } }),
  anywhere("GET", `/api/2.0//mlflow//runs/get`, "doubled slashes", { query: { run_id: "«wire run»" } }),
  anywhere("GET", `${TRACKING}/runs/nothing`, "a route that is none"),
  anywhere("POST", `${TRACKING}/runs/get`, "a wrong method", { body: { run_id: "«wire run»" } }),
  anywhere("GET", `${TRACKING}/runs/create`, "a wrong method the other way"),
  anywhere("HEAD", `${TRACKING}/runs/get`, "HEAD of a GET route", { query: { run_id: "«wire run»" } }),
  anywhere("GET", "/api/3.0/mlflow/traces/tr-1", "traces"),
  anywhere("GET", `${TRACKING}/runs/get`, "a GET with a body and no query", { body: { run_id: "«wire run»" } }),
  anywhere("GET", `${TRACKING}/runs/get`, "a GET with a body within a text", {
    raw: JSON.stringify(JSON.stringify({ run_id: "«wire run»" })),
    headers: { "content-type": "text/plain" },
  }),
  anywhere("GET", `${TRACKING}/runs/get`, "a GET with a query and a body", {
    query: { run_id: "«wire run»" },
    body: { run_id: "x" },
  }),
  anywhere("GET", `${TRACKING}/runs/get`, "a GET with neither"),
  anywhere("GET", `${TRACKING}/runs/get`, "a GET with a body of broken JSON", { raw: "{" }),
  anywhere("GET", `${TRACKING}/runs/get`, "a parameter twice", { query: { run_id: ["«wire run»", "x"] } }),
  tag("JSON within JSON", JSON.stringify(JSON.stringify(body))),
  tag("no body", ""),
  tag("broken JSON", "{"),
  tag("a list", "[]"),
  tag("null", "null"),
  tag("another content type", JSON.stringify(body), { "content-type": "text/plain" }),
  tag("a content type with a charset", JSON.stringify(body), { "content-type": "application/json; charset=utf-8" }),
  tag("NaN as a bare word", '{"run_id":"«wire run»","key":"k","value":NaN}'),
  setTag("names in camel case", { runId: "«wire run»", key: "camel", value: "v" }),
  setTag("both spellings of a name", { ...body, runId: "«wire run»" }),
  setTag("null for a value", { ...body, value: null }),
  setTag("a truth for a text", { ...body, value: true }),
  setTag("a NUL in a text", { ...body, value: "a\0b" }),
  getRun("what was written", { run_id: "«wire run»" }),
  search("max_results beyond the limit", { experiment_ids: ["0"], max_results: 123_456_789 }),
  search("max_results as text", { experiment_ids: ["999998"], max_results: "5" }),
  search("max_results with a fraction", { experiment_ids: ["0"], max_results: 1.5 }),
  search("an experiment that is no list", { experiment_ids: "0" }),
  search("a number in a list of texts", { experiment_ids: [0] }),
  search("a view that is none", { experiment_ids: ["0"], run_view_type: "SOME" }),
  search("a view by its number", { experiment_ids: ["999998"], run_view_type: 2 }),
  search("a view by its number as text", { experiment_ids: ["999998"], run_view_type: "2" }),
  search("orders that are no list", { experiment_ids: ["0"], order_by: "start_time" }),
  search("an order that is no text", { experiment_ids: ["0"], order_by: [5] }),
];
