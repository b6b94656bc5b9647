import fc from "fast-check";
import { type Case, route } from "../case.ts";

/** Always the same filters: a difference that is found stays found. */
const SEED = 20_261_125;

interface Field {
  /** Ways to write it. */
  names: readonly string[];
  type: "number" | "text";
  values: readonly string[];
  isListable?: boolean;
  isNullable?: boolean;
}

interface Grammar {
  label: string;
  search(filter: string): (title: string) => Case;
  /** Joined to every filter, so that only what these cases made is found. */
  within: string;
  fields: readonly Field[];
  quotes: readonly string[];
  /** Of texts; MLflow knows them in lower case in most searches only. */
  operators?: readonly string[];
  /** Whether some comparisons are of a wrong type, or by an operator that the field does not have. */
  hasFaults: boolean;
  count: number;
}

const UPPER = ["=", "!=", "LIKE", "ILIKE"];
const NUMBERS = ["0", "0.5", "-1", "1e300", ".5", "5.", "25e-2", "1"];
const WORDS = ["blue", "Blue", "b%", "%e%", "_lue", "red", "", "it''s", "Adam", "%dam"];
const quoted = (key: string) => ["`", '"', "'"].map((quote) => quote + key + quote);
const written = (prefixes: readonly string[], keys: readonly string[]) =>
  prefixes.flatMap((prefix) => keys.map((key) => `${prefix}.${key}`));

const searchRuns = route("POST", "runs/search");
const searchExperiments = route("POST", "experiments/search");
const searchModels = route("GET", "registered-models/search");
const searchVersions = route("GET", "model-versions/search");
const searchLogged = route("POST", "logged-models/search");

const RUNS: Grammar = {
  label: "runs",
  search: (filter) => (title) => searchRuns(title, { experiment_ids: ["«haystack»"], filter }),
  within: "",
  fields: [
    { names: written(["metrics", "metric", "`metrics`"], ["acc", ...quoted("acc")]), type: "number", values: NUMBERS },
    { names: written(["metrics"], [...quoted("val loss"), "nobody"]), type: "number", values: NUMBERS },
    {
      names: written(["params", "param", "parameters", "`param`"], ["opt", "lr", ...quoted("my key")]),
      type: "text",
      values: [...WORDS, "0.1", "10", "x y"],
      isNullable: true,
    },
    {
      names: written(["tags", "tag"], ["team", "it", "x", "`mlflow.user`"]),
      type: "text",
      values: WORDS,
      isNullable: true,
    },
    {
      names: ["start_time", "attributes.start_time", "run.created", "`start_time`"],
      type: "number",
      values: ["1000", "1002", "1004.5"],
    },
    { names: ["end_time", "attr.end_time"], type: "number", values: ["8000", "7000", "0"] },
    { names: ["status", "attribute.status"], type: "text", values: ["FINISHED", "RUN%", "f%", "KILLED"] },
    {
      names: ["run_name", "attributes.`run name`", "`Run Name`"],
      type: "text",
      values: ["one", "t%", "T%", "three_3"],
    },
    { names: ["user_id"], type: "text", values: ["ada", "%a%", "hal"] },
    {
      names: ["run_id", "attributes.run_id"],
      type: "text",
      values: ["«straw 0»", "«straw 3»", "nobody"],
      isListable: true,
    },
    {
      names: ["dataset.name", "datasets.digest", "dataset.context"],
      type: "text",
      values: ["iris", "d1", "train%"],
      isListable: true,
    },
  ],
  quotes: ["'", '"'],
  hasFaults: true,
  count: 120,
};

const EXPERIMENTS: Grammar = {
  label: "experiments",
  search: (filter) => (title) => searchExperiments(title, { filter, max_results: 100, view_type: "ALL" }),
  within: "name LIKE 'find %'",
  operators: UPPER,
  fields: [
    {
      names: ["name", "attribute.name", "`name`"],
      type: "text",
      values: ["find alpha", "find %", "FIND %", "find delta_1"],
    },
    { names: ["creation_time", "last_update_time"], type: "number", values: ["1000", "0"] },
    { names: ["experiment_id"], type: "text", values: ["«find alpha»", "«find Gamma»"], isListable: true },
    {
      names: written(["tags", "tag"], ["team", "`only a`", '"only a"', "nobody"]),
      type: "text",
      values: [...WORDS, "1"],
      isNullable: true,
    },
  ],
  quotes: ["'", '"'],
  hasFaults: true,
  count: 40,
};

const MODELS: Grammar = {
  label: "registered models",
  search: (filter) => (title) => searchModels(title, { filter }),
  within: "name LIKE 'shelf %'",
  fields: [
    {
      names: ["name", "attribute.name"],
      type: "text",
      values: ["shelf alpha", "shelf %", "SHELF %", "%gamma_1"],
      isListable: true,
    },
    {
      names: written(["tags", "tag"], ["team", "`team`", '"team"', "nobody"]),
      type: "text",
      values: [...WORDS, "red"],
    },
  ],
  quotes: ["'", '"'],
  hasFaults: true,
  count: 40,
};

const VERSIONS: Grammar = {
  label: "model versions",
  search: (filter) => (title) => searchVersions(title, { filter, order_by: ["version_number"] }),
  within: "name = 'ver'",
  fields: [
    { names: ["name", "attribute.name"], type: "text", values: ["ver", "v%", "V%"], isListable: true },
    { names: ["version_number"], type: "number", values: ["1", "3", "0"] },
    { names: ["run_id"], type: "text", values: ["«ver run»", "nobody"], isListable: true },
    { names: ["source_path"], type: "text", values: ["runs:/«ver run»/model", "%model", "models:%"] },
    { names: written(["tags"], ["stage", "`k`", "nobody"]), type: "text", values: ["candidate", "v", "%"] },
  ],
  quotes: ["'", '"'],
  hasFaults: false,
  count: 40,
};

const LOGGED: Grammar = {
  label: "logged models",
  search: (filter) => (title) => searchLogged(title, { experiment_ids: ["«models»"], filter }),
  within: "",
  fields: [
    { names: ["name", "attributes.name"], type: "text", values: ["net", "n%", "RUN%"], isListable: true },
    { names: ["model_type", "source_run_id"], type: "text", values: ["classifier", "«models run»"], isListable: true },
    { names: ["creation_timestamp", "creation_time"], type: "number", values: ["1000", "0"] },
    {
      names: written(["params"], ["depth", "`width`", "nobody"]),
      type: "text",
      values: ["3", "5", "%"],
      isListable: true,
    },
    { names: written(["tags"], ["team", "a"]), type: "text", values: ["blue", "2", "B%"], isListable: true },
    { names: written(["metrics"], ["nobody", "`nobody`"]), type: "number", values: NUMBERS },
  ],
  quotes: ["'"],
  hasFaults: false,
  count: 40,
};

const numberOperators = fc.constantFrom("=", "!=", "<", "<=", ">", ">=");

function comparison(grammar: Grammar, field: Field): fc.Arbitrary<string> {
  const { quotes, operators = [...UPPER, "like", "Ilike"] } = grammar;
  const textOperators = fc.constantFrom(...operators);
  const name = fc.constantFrom(...field.names);
  const bare = fc.constantFrom(...field.values);
  const text = fc.tuple(fc.constantFrom(...quotes), bare).map(([quote, value]) => quote + value + quote);
  const list = fc
    .tuple(fc.constantFrom("IN", "NOT IN", "in"), fc.array(bare, { minLength: 1, maxLength: 3 }))
    .map(([operator, values]) => `${operator} (${values.map((value) => `'${value}'`).join(", ")})`);
  const compared = field.type === "number" ? fc.tuple(numberOperators, bare) : fc.tuple(textOperators, text);
  return fc
    .tuple(
      name,
      fc.oneof(
        { weight: 4, arbitrary: compared.map((parts) => parts.join(" ")) },
        { weight: field.isListable === true ? 2 : 0, arbitrary: list },
        { weight: field.isNullable === true ? 1 : 0, arbitrary: fc.constantFrom("IS NULL", "IS NOT NULL", "is null") },
      ),
    )
    .map((parts) => parts.join(" "));
}

/** Right fields with wrong operators and values. */
function fault({ fields }: Grammar): fc.Arbitrary<string> {
  const field = fc.constantFrom(...fields);
  const wrong = field.chain(({ names, type }) =>
    fc.tuple(
      fc.constantFrom(...names),
      type === "number"
        ? fc.constantFrom("= 'a'", "LIKE '1'", "IS NULL", "IN ('1')", "> b", "= '1'", "<> 1", "NOT IN (1)")
        : fc.constantFrom("= 5", "> 'a'", "<= 'b'", "= b", "NOT LIKE 'a'", "= `a`", "IN ()", "IN ('a', 5)", "<> 'a'"),
    ),
  );
  return wrong.map((parts) => parts.join(" "));
}

function filterOf(grammar: Grammar): fc.Arbitrary<string> {
  const right = fc.constantFrom(...grammar.fields).chain((field) => comparison(grammar, field));
  const clause = fc.oneof(
    { weight: 8, arbitrary: right },
    { weight: grammar.hasFaults ? 1 : 0, arbitrary: fault(grammar) },
  );
  const joined = fc.tuple(
    fc.array(clause, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(" AND ", " and ", "  And "),
  );
  return joined.map(([clauses, and]) => (grammar.within === "" ? clauses : [grammar.within, ...clauses]).join(and));
}

function filterCases(grammar: Grammar): Case[] {
  const filters = fc.sample(filterOf(grammar), { seed: SEED, numRuns: grammar.count });
  return [...new Set(filters)].map((filter) =>
    grammar.search(filter)(`generated filter of ${grammar.label}: ${filter}`),
  );
}

const direction = fc.constantFrom("", " ASC", " DESC", " desc", " Asc");

function orders(columns: readonly string[], count: number): string[][] {
  const clause = fc.tuple(fc.constantFrom(...columns), direction).map((parts) => parts.join(""));
  const lists = fc.sample(fc.array(clause, { minLength: 1, maxLength: 3 }), { seed: SEED, numRuns: count });
  return [...new Map(lists.filter(isWhole).map((list) => [list.join(), list])).values()];
}

const RUN_COLUMNS = [
  ...[
    "metrics.acc",
    "metrics.loss",
    "metric.`val loss`",
    "metrics.nobody",
    "params.lr",
    "params.opt",
    "param.`my key`",
  ],
  ...["tags.team", "tag.x", "start_time", "attributes.end_time", "status", "attribute.run_name", "user_id"],
];
/** A column comes once: MLflow fails with 500 otherwise. */
const isWhole = (list: readonly string[]): boolean =>
  new Set(list.map((clause) => clause.replace(/\s\w+$/, "").replace(/^(attribute\.)?(last_updated_)?/, ""))).size ===
  list.length;

const orderCases: Case[] = [
  ...orders(RUN_COLUMNS, 60).map((list) =>
    searchRuns(`generated order: ${list.join(", ")}`, { experiment_ids: ["«haystack»"], order_by: list }),
  ),
  ...orders(["name", "creation_time", "attribute.last_update_time", "experiment_id", "tags.team"], 20).map((list) =>
    searchExperiments(`generated order: ${list.join(", ")}`, {
      filter: "name LIKE 'find %'",
      max_results: 100,
      order_by: list,
    }),
  ),
  ...orders(["name", "last_updated_timestamp", "timestamp"], 15).map((list) =>
    searchModels(`generated order: ${list.join(", ")}`, { filter: "name LIKE 'shelf %'", order_by: list }),
  ),
  ...orders(["name", "version_number", "creation_timestamp", "attribute.last_updated_timestamp"], 20).map((list) =>
    searchVersions(`generated order: ${list.join(", ")}`, { filter: "name = 'ver'", order_by: list }),
  ),
];

/** Filters and orders made from the grammar of each search, over what the cases before them have made. */
export const generatedCases: readonly Case[] = [
  ...[RUNS, EXPERIMENTS, MODELS, VERSIONS, LOGGED].flatMap(filterCases),
  ...orderCases,
];
