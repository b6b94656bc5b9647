import { type Case, route } from "../case.ts";

const create = route("POST", "experiments/create");
const get = route("GET", "experiments/get");
const byName = route("GET", "experiments/get-by-name");
const remove = route("POST", "experiments/delete");
const restore = route("POST", "experiments/restore");
const update = route("POST", "experiments/update");
const setTag = route("POST", "experiments/set-experiment-tag");
const deleteTag = route("POST", "experiments/delete-experiment-tag");
const createRun = route("POST", "runs/create", "experiments/delete");
const getRun = route("GET", "runs/get", "experiments/delete");
const setRunTag = route("POST", "runs/set-tag", "experiments/delete");

const NOBODY = "999999";

const creating: Case[] = [
  create("a name is enough", { name: "exp plain" }, { keep: { exp: "experiment_id" } }),
  create(
    "with tags",
    {
      name: "exp tags",
      tags: [
        { key: "a", value: "1" },
        { key: "b c", value: "" },
      ],
    },
    { keep: { "exp tags": "experiment_id" } },
  ),
  create("no name"),
  create("null as name", { name: null }),
  create("an empty name", { name: "" }),
  create("a name of blanks", { name: "   " }),
  create("a number as name", { name: 12 }),
  create("a list as name", { name: ["a"] }),
  create("a name that is taken", { name: "exp plain" }),
  create("the default's name", { name: "Default" }),
  create("letters of other scripts", { name: "Prüfung 試験 🚀" }),
  create("a name with slashes and dots", { name: "exp/../a.b" }),
  create("a name of 250 characters", { name: `exp long ${"x".repeat(241)}` }),
  create("a name of 300 characters", { name: "y".repeat(300) }),
  create("a name of 501 characters", { name: "x".repeat(501) }),
  create("a name with blanks around it", { name: "  exp blanks  " }),
  create("tags that are no list", { name: "exp bad tags", tags: "a" }),
  create("a tag without a key", { name: "exp keyless tag", tags: [{ value: "x" }] }),
  create("a tag key with a colon and a slash", { name: "exp tag key", tags: [{ key: "a/b:c", value: "x" }] }),
  create("a tag key with a plus", { name: "exp bad tag key", tags: [{ key: "a+b", value: "x" }] }),
  create("a tag value of 5,000 characters", { name: "exp tag 5000", tags: [{ key: "a", value: "x".repeat(5_000) }] }),
  create("a tag value of 20,001 characters", { name: "exp tag 20k", tags: [{ key: "a", value: "x".repeat(20_001) }] }),
  create("runs:/ as artifact location", { name: "exp runs location", artifact_location: "runs:/abc/x" }),
  create("a location with a fragment", { name: "exp fragment", artifact_location: "s3://bucket/a#b" }),
  create("a location that climbs", { name: "exp climbing", artifact_location: "mlflow-artifacts:/../../etc" }),
  create("a location as number", { name: "exp number location", artifact_location: 7 }),
  create("unknown fields beside", { name: "exp unknown fields", colour: "red" }),
];

const reading: Case[] = [
  get("by id", { experiment_id: "«exp tags»" }),
  get("the default", { experiment_id: "0" }),
  get("an id nobody has", { experiment_id: NOBODY }),
  get("no id"),
  get("an empty id", { experiment_id: "" }),
  get("an id that is no number", { experiment_id: "abc" }),
  get("unknown parameters beside", { experiment_id: "«exp»", colour: "red" }),
  byName("a name", { experiment_name: "exp plain" }),
  byName("letters of other scripts", { experiment_name: "Prüfung 試験 🚀" }),
  byName("a name in other case", { experiment_name: "EXP PLAIN" }),
  byName("a name nobody has", { experiment_name: "exp nobody" }),
  byName("blanks around a name", { experiment_name: " exp plain " }),
  byName("no name"),
  byName("an empty name", { experiment_name: "" }),
];

const renaming: Case[] = [
  update("a new name", { experiment_id: "«exp»", new_name: "exp renamed" }),
  get("after the renaming", { experiment_id: "«exp»" }),
  update("the name it has", { experiment_id: "«exp»", new_name: "exp renamed" }),
  update("a name that is taken", { experiment_id: "«exp»", new_name: "exp tags" }),
  update("no new name", { experiment_id: "«exp»" }),
  update("an empty new name", { experiment_id: "«exp»", new_name: "" }),
  update("a number as new name", { experiment_id: "«exp»", new_name: 5 }),
  update("no id", { new_name: "x" }),
  update("an id nobody has", { experiment_id: NOBODY, new_name: "exp nobody" }),
];

const tagging: Case[] = [
  setTag("a tag", { experiment_id: "«exp»", key: "k", value: "v" }),
  setTag("over it", { experiment_id: "«exp»", key: "k", value: "v2" }),
  setTag("an empty value", { experiment_id: "«exp»", key: "empty", value: "" }),
  setTag("no value", { experiment_id: "«exp»", key: "none" }),
  setTag("no key", { experiment_id: "«exp»", value: "v" }),
  setTag("an empty key", { experiment_id: "«exp»", key: "", value: "v" }),
  setTag("a number as value", { experiment_id: "«exp»", key: "k3", value: 3 }),
  setTag("a key of 251 characters", { experiment_id: "«exp»", key: "k".repeat(251), value: "v" }),
  setTag("a value of 20,000 characters", { experiment_id: "«exp»", key: "long", value: "x".repeat(20_000) }),
  setTag("a value of 20,001 characters", { experiment_id: "«exp»", key: "too long", value: "x".repeat(20_001) }),
  setTag("a note", { experiment_id: "«exp»", key: "mlflow.note.content", value: "# why" }),
  setTag("an id nobody has", { experiment_id: NOBODY, key: "k", value: "v" }),
  get("with its tags", { experiment_id: "«exp»" }),
  deleteTag("a tag", { experiment_id: "«exp»", key: "none" }),
  deleteTag("a tag that is gone", { experiment_id: "«exp»", key: "none" }),
  deleteTag("no key", { experiment_id: "«exp»" }),
  deleteTag("an id nobody has", { experiment_id: NOBODY, key: "k" }),
];

const deleting: Case[] = [
  create("one to delete", { name: "exp doomed" }, { keep: { doomed: "experiment_id" } }),
  createRun(
    "a run in it",
    { experiment_id: "«doomed»", run_name: "inside", start_time: 5 },
    { keep: { "doomed run": "run.info.run_id" } },
  ),
  remove("an experiment", { experiment_id: "«doomed»" }),
  remove("again", { experiment_id: "«doomed»" }),
  remove("the default", { experiment_id: NOBODY }),
  remove("no id"),
  get("after it is deleted", { experiment_id: "«doomed»" }),
  byName("after it is deleted", { experiment_name: "exp doomed" }),
  create("a deleted one's name", { name: "exp doomed" }),
  getRun("its run goes with it", { run_id: "«doomed run»" }),
  setRunTag("nobody writes to its run", { run_id: "«doomed run»", key: "a", value: "b" }),
  createRun("no run in it", { experiment_id: "«doomed»", run_name: "late", start_time: 5 }),
  setTag("on a deleted one", { experiment_id: "«doomed»", key: "k", value: "v" }),
  update("a deleted one", { experiment_id: "«doomed»", new_name: "exp undead" }),
  restore("an experiment", { experiment_id: "«doomed»" }),
  restore("one that is there", { experiment_id: "«doomed»" }),
  restore("an id nobody has", { experiment_id: NOBODY }),
  restore("no id"),
  get("after it is restored", { experiment_id: "«doomed»" }),
  getRun("its run comes back with it", { run_id: "«doomed run»" }),
];

export const experimentCases: readonly Case[] = [...creating, ...reading, ...renaming, ...tagging, ...deleting];
