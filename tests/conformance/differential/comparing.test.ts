import { expect, it } from "vitest";
import { type Difference, differences } from "./compare.ts";
import { explain } from "./explain.ts";
import { Normaliser, type Plain } from "./normalise.ts";

const answer = (json: unknown, status = 200) => ({
  status,
  contentType: "application/json",
  text: JSON.stringify(json),
  json,
});
const run = (digit: string) => digit.repeat(32);
const plain = (body: unknown): Plain => ({ status: 200, errorCode: undefined, message: "", body });
const refusal = (message: string, status = 400): Plain => ({ status, errorCode: "A", message, body: undefined });

it("names an id by the case it appears in first, so that one more on one side shifts no other", () => {
  const [theirs, ours] = [new Normaliser(0), new Normaliser(0)];
  theirs.plain(answer({ run_id: run("a") }));
  ours.plain(answer({}));
  const body = (id: string, root: string) => ({
    runs: [{ run_id: id, uri: `mlflow-artifacts:/${root}/${id}/artifacts` }],
  });
  expect(theirs.plain(answer(body(run("b"), "7")))).toEqual(ours.plain(answer(body(run("c"), "team/main/runs"))));
});

it("hides times of the test run and made-up names, and keeps all others", () => {
  const { body } = new Normaliser(1_000_000).plain(
    answer({ creation_time: 1_000_500, start_time: 12, run_name: "calm-owl-12", name: "mine", next_page_token: "abc" }),
  );
  expect(body).toEqual({
    creation_time: "<now>",
    start_time: 12,
    run_name: "<made-up name>",
    name: "mine",
    next_page_token: "<token>",
  });
});

it("compares what has no order by name, and lists of answers by who is in them first", () => {
  const tags = (...keys: string[]) => ({ tags: keys.map((key) => ({ key, value: "v" })) });
  const read = (json: unknown) => new Normaliser(0).plain(answer(json));
  expect(differences("x", read(tags("a", "b")), read(tags("b", "a")))).toEqual([]);
  expect(differences("x", read(tags("a", "b")), read(tags("a")))).toMatchObject([{ path: "body.tags.b" }]);
  const models = (...names: string[]) => plain({ models: names.map((name) => ({ name, size: 1 })) });
  expect(differences("x", models("a", "b"), models("b", "a"))).toEqual([
    { case: "x", path: "body.models", mlflow: ["a", "b"], assay: ["b", "a"] },
  ]);
});

it("compares of messages what clients match, and nothing else", () => {
  const missing = (name: string) => `Missing value for required parameter '${name}'.`;
  expect(differences("x", refusal("their words"), refusal("our words"))).toEqual([]);
  expect(differences("x", refusal(`${missing("a")} So there`), refusal(missing("a")))).toEqual([]);
  expect(differences("x", refusal(missing("a")), refusal(missing("b")))).toMatchObject([{ path: "message" }]);
  expect(differences("x", refusal("a", 500), refusal("b"))).toMatchObject([{ path: "status" }]);
});

it("explains by case, path and value, and tells of what explains nothing", () => {
  const found: Difference[] = [
    { case: "runs/get: one", path: "body.run.info.user_id", mlflow: "", assay: "ada" },
    { case: "runs/get: two", path: "status", mlflow: 200, assay: 400 },
  ];
  const because = "reasons";
  const byValue = { cases: ["runs/*"], paths: ["*user_id"], mlflow: "", because };
  expect(explain(found, [byValue])).toEqual({ rest: [found[1]], idle: [] });
  expect(explain(found, [{ ...byValue, mlflow: "grace" }]).rest).toEqual(found);
  expect(explain(found, [byValue, { cases: ["runs/get: two", "never"], paths: ["status"], because }])).toEqual({
    rest: [],
    idle: ["never (reasons)"],
  });
});
