import { type Case, route } from "../case.ts";

const create = route("POST", "experiments/create", "experiments/search setup");
const remove = route("POST", "experiments/delete", "experiments/search setup, delete");
const search = route("POST", "experiments/search");
const searchGet = route("GET", "experiments/search", "GET experiments/search");

const OURS = "name LIKE 'find %'";
const find = (title: string, filter: string, rest: Record<string, unknown> = {}): Case =>
  search(title, { filter, max_results: 100, ...rest });
const sorted = (title: string, ...orders: string[]): Case => find(title, OURS, { order_by: orders });

const made: Case[] = ["alpha", "beta", "Gamma", "delta_1", "delta%2"].map((name, at) =>
  create(
    name,
    {
      name: `find ${name}`,
      tags: [
        { key: "team", value: at % 2 === 0 ? "blue" : "Red" },
        { key: "only a", value: `${at}` },
      ].slice(0, 1 + (at % 2)),
    },
    { keep: { [`find ${name}`]: "experiment_id" } },
  ),
);

export const experimentSearchCases: readonly Case[] = [
  ...made,
  remove("beta", { experiment_id: "«find beta»" }),
  find("by name", "name = 'find alpha'"),
  find("by another name", `name != 'find alpha' AND ${OURS}`),
  find("a pattern", "name LIKE 'find %a'"),
  find("a pattern in other case", "name LIKE 'FIND %'"),
  find("like in lower case", "name like 'find %'"),
  find("a pattern of any case", "name ILIKE 'FIND g%'"),
  find("an underscore in a pattern", "name LIKE 'find delta_1'"),
  find("a pattern that ends in a backslash", "name LIKE 'find\\'"),
  find("a backslash before a wildcard", "name LIKE 'find delta\\_1'"),
  find("a tag", "tags.team = 'blue'"),
  find("a tag that is another", `tags.team != 'blue' AND ${OURS}`),
  find("a tag in backticks", `tags.\`only a\` = '1' AND ${OURS}`),
  find("a tag in double quotes", `tags."only a" = '1' AND ${OURS}`),
  find("a tag by pattern", `tags.team LIKE 'R%' AND ${OURS}`),
  find("a tag by pattern of any case", `tags.team ILIKE 'r%' AND ${OURS}`),
  find("no such tag", `tags.\`only a\` IS NULL AND ${OURS}`),
  find("a tag that is there", `tags.\`only a\` IS NOT NULL AND ${OURS}`),
  find("after a time", `creation_time > 1000 AND ${OURS}`),
  find("before a time", `creation_time < 1000 AND ${OURS}`),
  find("changed after a time", `last_update_time >= 1000 AND ${OURS}`),
  find("attribute as prefix", `attribute.name = 'find alpha'`),
  find("attributes as prefix", `attributes.name = 'find alpha'`),
  find("several parts", `name LIKE 'find %' AND tags.team = 'blue' AND creation_time > 5`),
  find("an id", "experiment_id = '«find alpha»'"),
  find("several ids", "experiment_id IN ('«find alpha»', '«find Gamma»')"),
  find("a number for a name", "name = 5"),
  find("text for a time", `creation_time > 'yesterday'`),
  find("a time with a fraction", `creation_time > 1000.5 AND ${OURS}`),
  find("a pattern for a time", `creation_time LIKE '1%'`),
  find("a name that is null", `name IS NULL`),
  find("more than a name", `name > 'a'`),
  find("an attribute that is none", "colour = 'red'"),
  find("a metric", "metrics.a > 1"),
  find("no operator", "name"),
  find("no value", "name ="),
  find("two statements", "name = 'a'; DROP TABLE experiments"),
  sorted("ordered by name", "name"),
  sorted("ordered by name backwards", "name DESC"),
  sorted("ordered by creation", "creation_time ASC"),
  sorted("ordered by creation backwards", "creation_time DESC", "name ASC"),
  sorted("ordered by change", "last_update_time DESC"),
  sorted("ordered by id", "experiment_id"),
  sorted("attribute as prefix in an order", "attribute.name desc"),
  sorted("ordered by a tag", "tags.team"),
  sorted("ordered by what there is not", "colour"),
  sorted("twice by the same", "name", "name DESC"),
  sorted("an order that is none", "name sideways"),
  find("the default order", OURS),
  find("deleted ones by name of the view", OURS, { view_type: "DELETED_ONLY" }),
  find("all of them", OURS, { view_type: "ALL", order_by: ["name"] }),
  find("a view by its number", OURS, { view_type: 2 }),
  find("a view by its number as text", OURS, { view_type: "2" }),
  find("a view that is none", OURS, { view_type: "SOME" }),
  search(
    "the first page",
    { filter: OURS, max_results: 2, order_by: ["name"] },
    { keep: { token: "next_page_token" } },
  ),
  search("the second page", { filter: OURS, max_results: 2, order_by: ["name"], page_token: "«token»" }),
  search("a token that is none", { filter: OURS, max_results: 2, page_token: "what?" }),
  search("no max_results", { filter: OURS }),
  search("zero as max_results", { filter: OURS, max_results: 0 }),
  search("a negative max_results", { filter: OURS, max_results: -1 }),
  search("max_results beyond the limit", { filter: OURS, max_results: 50_001 }),
  search("max_results as text", { filter: OURS, max_results: "3", order_by: ["name"] }),
  search("max_results as a word", { filter: OURS, max_results: "many" }),
  search("a filter that is no text", { filter: 5, max_results: 3 }),
  search("an empty filter", { filter: "", max_results: 1, order_by: ["experiment_id"] }),
  searchGet("a filter and an order", { filter: OURS, max_results: 3, order_by: ["name DESC"] }),
  searchGet("a view by its number", { filter: OURS, max_results: 3, view_type: 2 }),
  searchGet("a view by its name", { filter: OURS, max_results: 3, view_type: "DELETED_ONLY" }),
];
