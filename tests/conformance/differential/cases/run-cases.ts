import { type Case, route } from "../case.ts";

const createExperiment = route("POST", "experiments/create", "runs setup");
const create = route("POST", "runs/create");
const get = route("GET", "runs/get");
const update = route("POST", "runs/update");
const remove = route("POST", "runs/delete");
const restore = route("POST", "runs/restore");
const setTag = route("POST", "runs/set-tag");
const deleteTag = route("POST", "runs/delete-tag");

const NOBODY = "0".repeat(32);
const inRuns = { experiment_id: "«runs»" };

const creating: Case[] = [
  createExperiment("an experiment", { name: "runs" }, { keep: { runs: "experiment_id" } }),
  create(
    "everything",
    {
      ...inRuns,
      run_name: "first",
      user_id: "ada",
      start_time: 1_000,
      tags: [
        { key: "mlflow.user", value: "ada" },
        { key: "why", value: "because" },
      ],
    },
    { keep: { run: "run.info.run_id", "run root": "run.info.artifact_uri" } },
  ),
  get("what was created", { run_id: "«run»" }),
  create("only an experiment", inRuns),
  create("a user by the field alone", { ...inRuns, user_id: "grace", run_name: "by grace" }),
  create("a user by the tag alone", { ...inRuns, run_name: "x", tags: [{ key: "mlflow.user", value: "hal" }] }),
  create("the name by its tag", { ...inRuns, start_time: 5, tags: [{ key: "mlflow.runName", value: "by tag" }] }),
  create("name and tag agree", { ...inRuns, run_name: "same", tags: [{ key: "mlflow.runName", value: "same" }] }),
  create("name and tag differ", { ...inRuns, run_name: "one", tags: [{ key: "mlflow.runName", value: "two" }] }),
  create("an empty name", { ...inRuns, run_name: "" }),
  create("a number as name", { ...inRuns, run_name: 5 }),
  create("a start time as text", { ...inRuns, run_name: "x", start_time: "1234" }),
  create("a start time before 1970", { ...inRuns, run_name: "x", start_time: -1 }),
  create("a start time after the year 9999", { ...inRuns, run_name: "x", start_time: 253_402_300_800_000 }),
  create("a line break in its name", { ...inRuns, run_name: "a\nb", start_time: 1 }),
  create("a name of 251 characters", { ...inRuns, run_name: "n".repeat(251), start_time: 1 }),
  create("a start time that is a word", { ...inRuns, run_name: "x", start_time: "noon" }),
  create("a start time with a fraction", { ...inRuns, run_name: "x", start_time: 1.5 }),
  create("no experiment", { run_name: "x", start_time: 1 }),
  create("an empty experiment", { experiment_id: "", run_name: "x", start_time: 1 }),
  create("an experiment nobody has", { experiment_id: "999999", run_name: "x" }),
  create("an experiment as number", { experiment_id: 0, run_name: "x" }),
  create("an experiment that is a word", { experiment_id: "abc", run_name: "x" }),
  create("tags that are no list", { ...inRuns, run_name: "x", tags: { a: "b" } }),
  create("a tag without a value", { ...inRuns, run_name: "x", start_time: 1, tags: [{ key: "a" }] }),
  create("a tag without a key", { ...inRuns, run_name: "x", start_time: 1, tags: [{ value: "a" }] }),
  create("a tag twice", {
    ...inRuns,
    run_name: "x",
    start_time: 1,
    tags: [
      { key: "a", value: "1" },
      { key: "a", value: "2" },
    ],
  }),
  create(
    "a child",
    {
      ...inRuns,
      run_name: "child",
      start_time: 1,
      tags: [{ key: "mlflow.parentRunId", value: "«run»" }],
    },
    { keep: { child: "run.info.run_id" } },
  ),
  create("a child of nobody", {
    ...inRuns,
    run_name: "orphan",
    start_time: 1,
    tags: [{ key: "mlflow.parentRunId", value: NOBODY }],
  }),
  create("a child of no run id", {
    ...inRuns,
    run_name: "foundling",
    start_time: 1,
    tags: [{ key: "mlflow.parentRunId", value: "who knows" }],
  }),
  create("git and source tags", {
    ...inRuns,
    run_name: "traced",
    start_time: 1,
    tags: [
      { key: "mlflow.source.name", value: "train.py" },
      { key: "mlflow.source.type", value: "LOCAL" },
      { key: "mlflow.source.git.commit", value: "deadbeef" },
      { key: "mlflow.note.content", value: "a note" },
    ],
  }),
];

const reading: Case[] = [
  get("by run_uuid", { run_uuid: "«run»" }),
  get("by two that differ", { run_id: "«run»", run_uuid: NOBODY }),
  get("by both", { run_id: "«run»", run_uuid: "«run»" }),
  get("no id"),
  get("an empty id", { run_id: "" }),
  get("an id nobody has", { run_id: NOBODY }),
  get("an id that is none", { run_id: "abc" }),
  get("an id in upper case", { run_id: "ABCDEF0123456789ABCDEF0123456789" }),
];

const updating: Case[] = [
  update("a status", { run_id: "«run»", status: "SCHEDULED" }),
  update("finished", { run_id: "«run»", status: "FINISHED", end_time: 2_000 }),
  update("finished again", { run_id: "«run»", status: "FINISHED", end_time: 2_000 }),
  update("a name", { run_id: "«run»", run_name: "second" }),
  get("after the update", { run_id: "«run»" }),
  update("an empty name", { run_id: "«run»", run_name: "" }),
  update("running again", { run_id: "«run»", status: "RUNNING" }),
  update("a status by its number", { run_id: "«run»", status: 4 }),
  update("a status by its number as text", { run_id: "«run»", status: "5" }),
  update("a status that is none", { run_id: "«run»", status: "DONE" }),
  update("an end alone", { run_id: "«run»", end_time: 3_000 }),
  update("an end as text", { run_id: "«run»", end_time: "4000" }),
  update("an end that is a word", { run_id: "«run»", end_time: "soon" }),
  update("nothing", { run_id: "«run»" }),
  update("by run_uuid", { run_uuid: "«run»", status: "RUNNING" }),
  update("no id", { status: "FINISHED" }),
  update("an id nobody has", { run_id: NOBODY, status: "FINISHED" }),
  create("one more", { ...inRuns, run_name: "unended", start_time: 1 }, { keep: { unended: "run.info.run_id" } }),
  update("finished without an end", { run_id: "«unended»", status: "FINISHED" }),
  get("finished without an end", { run_id: "«unended»" }),
];

const tagging: Case[] = [
  setTag("a tag", { run_id: "«run»", key: "k", value: "v" }),
  setTag("over it", { run_id: "«run»", key: "k", value: "v2" }),
  setTag("by run_uuid", { run_uuid: "«run»", key: "uuid", value: "v" }),
  setTag("an empty value", { run_id: "«run»", key: "empty", value: "" }),
  setTag("no value", { run_id: "«run»", key: "none" }),
  setTag("no key", { run_id: "«run»", value: "v" }),
  setTag("an empty key", { run_id: "«run»", key: "", value: "v" }),
  setTag("a number as key", { run_id: "«run»", key: 31, value: "v" }),
  setTag("a number as value", { run_id: "«run»", key: "n", value: 31 }),
  setTag("a key with slash, colon, dash and blank", { run_id: "«run»", key: "a/b: c-d.e_f", value: "v" }),
  setTag("a key with a plus", { run_id: "«run»", key: "a+b", value: "v" }),
  setTag("a key that objects inherit", { run_id: "«unended»", key: "constructor", value: "v" }),
  setTag("a key in other letters", { run_id: "«run»", key: "schlüssel", value: "v" }),
  setTag("a key that climbs", { run_id: "«run»", key: "../a", value: "v" }),
  setTag("a key with a dot part", { run_id: "«run»", key: "a/./b", value: "v" }),
  setTag("a key from the root", { run_id: "«run»", key: "/a", value: "v" }),
  setTag("a key with a line break", { run_id: "«run»", key: "a\nb", value: "v" }),
  setTag("a key of 250 characters", { run_id: "«run»", key: "k".repeat(250), value: "v" }),
  setTag("a key of 251 characters", { run_id: "«run»", key: "k".repeat(251), value: "v" }),
  setTag("a value of 8,001 characters", { run_id: "«run»", key: "long", value: `${"x".repeat(8_000)}y` }),
  setTag("no run", { key: "k", value: "v" }),
  setTag("a run nobody has", { run_id: NOBODY, key: "k", value: "v" }),
  setTag("the name by its tag", { run_id: "«run»", key: "mlflow.runName", value: "third" }),
  setTag("a note", { run_id: "«run»", key: "mlflow.note.content", value: "noted" }),
  get("with its tags", { run_id: "«run»" }),
  deleteTag("a tag", { run_id: "«run»", key: "empty" }),
  deleteTag("a tag that is gone", { run_id: "«run»", key: "empty" }),
  deleteTag("a note", { run_id: "«run»", key: "mlflow.note.content" }),
  deleteTag("no key", { run_id: "«run»" }),
  deleteTag("a run nobody has", { run_id: NOBODY, key: "k" }),
  get("without the deleted tags", { run_id: "«run»" }),
];

const deleting: Case[] = [
  remove("a run", { run_id: "«child»" }),
  remove("again", { run_id: "«child»" }),
  remove("no id"),
  remove("an id nobody has", { run_id: NOBODY }),
  get("a deleted one", { run_id: "«child»" }),
  setTag("a deleted run", { run_id: "«child»", key: "k", value: "v" }),
  update("a deleted run", { run_id: "«child»", status: "FINISHED", end_time: 5 }),
  deleteTag("of a deleted run", { run_id: "«child»", key: "k" }),
  restore("a run", { run_id: "«child»" }),
  restore("one that is there", { run_id: "«child»" }),
  restore("an id nobody has", { run_id: NOBODY }),
  get("a restored one", { run_id: "«child»" }),
];

export const runCases: readonly Case[] = [...creating, ...reading, ...updating, ...tagging, ...deleting];
