import { type Case, route } from "../case.ts";

const create = route("POST", "registered-models/create");
const get = route("GET", "registered-models/get");
const rename = route("POST", "registered-models/rename");
const update = route("PATCH", "registered-models/update");
const remove = route("DELETE", "registered-models/delete");
const search = route("GET", "registered-models/search");
const setTag = route("POST", "registered-models/set-tag");
const deleteTag = route("DELETE", "registered-models/delete-tag");
const latest = route("POST", "registered-models/get-latest-versions");
const latestGet = route("GET", "registered-models/get-latest-versions", "GET registered-models/get-latest-versions");

const creating: Case[] = [
  create("a name is enough", { name: "reg plain" }),
  create("everything", { name: "reg full", description: "what it does", tags: [{ key: "team", value: "blue" }] }),
  create("an empty description", { name: "reg blank", description: "" }),
  create("a name that is taken", { name: "reg plain" }),
  create("no name"),
  create("an empty name", { name: "" }),
  create("a number as name", { name: 5 }),
  create("a slash in its name", { name: "a/b" }),
  create("a colon in its name", { name: "a:b" }),
  create("a name of dots", { name: ".." }),
  create("a name of 256 characters", { name: "n".repeat(256) }),
  create("a name of 300 characters", { name: "n".repeat(300) }),
  create("letters of other scripts", { name: "reg 模型" }),
  create("tags that are no list", { name: "reg x", tags: "a" }),
  create("a tag without a key", { name: "reg x", tags: [{ value: "a" }] }),
  create("a tag without a value", { name: "reg valueless", tags: [{ key: "a" }] }),
];

const changing: Case[] = [
  get("a model", { name: "reg full" }),
  get("no name"),
  get("an empty name", { name: "" }),
  get("nobody's", { name: "reg nobody" }),
  update("a description", { name: "reg plain", description: "new" }),
  update("an empty description", { name: "reg plain", description: "" }),
  update("no description", { name: "reg full" }),
  update("nobody's", { name: "reg nobody", description: "x" }),
  update("no name", { description: "x" }),
  rename("a model", { name: "reg plain", new_name: "reg renamed" }),
  rename("to a taken name", { name: "reg renamed", new_name: "reg full" }),
  rename("to nothing", { name: "reg renamed", new_name: "" }),
  rename("no new name", { name: "reg renamed" }),
  rename("to a bad name", { name: "reg renamed", new_name: "a/b" }),
  rename("nobody's", { name: "reg nobody", new_name: "reg y" }),
  get("the old name", { name: "reg plain" }),
  setTag("a tag", { name: "reg full", key: "k", value: "v" }),
  setTag("over it", { name: "reg full", key: "k", value: "v2" }),
  setTag("an empty value", { name: "reg full", key: "empty", value: "" }),
  setTag("no value", { name: "reg full", key: "none" }),
  setTag("no key", { name: "reg full", value: "v" }),
  setTag("an empty key", { name: "reg full", key: "", value: "v" }),
  setTag("a key of 251 characters", { name: "reg full", key: "k".repeat(251), value: "v" }),
  setTag("a key of 250 umlauts", { name: "reg full", key: "ä".repeat(250), value: "v" }),
  setTag("a key with a plus", { name: "reg full", key: "a+b", value: "v" }),
  setTag("a value of 100,001 characters", { name: "reg full", key: "long", value: "v".repeat(100_001) }),
  setTag("nobody's", { name: "reg nobody", key: "k", value: "v" }),
  get("with its tags", { name: "reg full" }),
  deleteTag("a tag", { name: "reg full", key: "empty" }),
  deleteTag("a tag that is gone", { name: "reg full", key: "empty" }),
  deleteTag("no key", { name: "reg full" }),
  deleteTag("nobody's", { name: "reg nobody", key: "k" }),
  latest("a model without versions", { name: "reg full" }),
  latest("nobody's", { name: "reg nobody" }),
  latest("no name"),
  latestGet("a model without versions", { name: "reg full" }),
];

const SHELF = "name LIKE 'shelf %'";
const find = (title: string, filter: string, rest: Record<string, unknown> = {}): Case =>
  search(title, { filter, ...rest });

const searching: Case[] = [
  ...["alpha", "Beta", "gamma_1", "gamma%2"].map((name, at) =>
    create(`shelf ${name}`, { name: `shelf ${name}`, tags: [{ key: "team", value: at % 2 === 0 ? "blue" : "red" }] }),
  ),
  create("a prompt", { name: "shelf prompt", tags: [{ key: "mlflow.prompt.is_prompt", value: "true" }] }),
  find("by name", "name = 'shelf alpha'"),
  find("a pattern", SHELF),
  find("a pattern of any case", "name ILIKE 'SHELF b%'"),
  find("by another name", `name != 'shelf alpha' AND ${SHELF}`),
  find("an underscore in a pattern", "name LIKE 'shelf gamma_1'"),
  find("a pattern that ends in a backslash", "name LIKE 'shelf\\'"),
  find("several names", "name IN ('shelf alpha', 'shelf Beta')"),
  find("a tag", `tags.team = 'blue' AND ${SHELF}`),
  find("a tag that is another", `tags.team != 'blue' AND ${SHELF}`),
  find("a tag in backticks", `tags.\`team\` = 'red' AND ${SHELF}`),
  find("tag as prefix", `tag.team = 'red' AND ${SHELF}`),
  find("prompts alone", `tags.\`mlflow.prompt.is_prompt\` = 'true' AND ${SHELF}`),
  find("prompts excluded by hand", `tags.\`mlflow.prompt.is_prompt\` != 'true' AND ${SHELF}`),
  find("what is no prompt", `tags.\`mlflow.prompt.is_prompt\` = 'false' AND ${SHELF}`),
  find("by a time", "last_updated_timestamp > 5"),
  find("a number for a name", "name = 5"),
  find("more than a name", "name > 'a'"),
  find("what there is not", "colour = 'red'"),
  find("what is no filter", "what?"),
  find("by name backwards", SHELF, { order_by: ["name DESC"] }),
  find("by change", SHELF, { order_by: ["last_updated_timestamp ASC"] }),
  find("by change under its old name", SHELF, { order_by: ["timestamp DESC", "name"] }),
  find("by a tag in an order", SHELF, { order_by: ["tags.team"] }),
  find("by what there is not in an order", SHELF, { order_by: ["colour"] }),
  search("the first page", { filter: SHELF, max_results: 2 }, { keep: { "shelf token": "next_page_token" } }),
  search("the second page", { filter: SHELF, max_results: 2, page_token: "«shelf token»" }),
  search("a token that is none", { filter: SHELF, page_token: "what?" }),
  search("beyond the limit", { filter: SHELF, max_results: 1_001 }),
  search("zero", { filter: SHELF, max_results: 0 }),
  search("a word as max_results", { filter: SHELF, max_results: "many" }),
];

const deleting: Case[] = [
  remove("a model", { name: "reg renamed" }),
  remove("again", { name: "reg renamed" }),
  remove("no name"),
  get("a deleted one", { name: "reg renamed" }),
  create("a deleted one's name", { name: "reg renamed" }),
];

export const registryCases: readonly Case[] = [...creating, ...changing, ...searching, ...deleting];
