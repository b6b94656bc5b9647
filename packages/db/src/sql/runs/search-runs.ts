import { invalidInput, type ProjectId, type RunFilter } from "@assay/contract";
import { fieldsOf } from "@assay/domain";
import type { Statement } from "../../store.ts";
import type { Parameters } from "../parameters.ts";
import { PROJECT_SQL } from "./field-sql.ts";
import { filterSql } from "./filter-sql.ts";
import { type RunNames, RunParameters } from "./run-parameters.ts";
import { isByStartAlone, type MetricStage, type RunOrder, type SortKey, sortPlan } from "./sort-sql.ts";

export interface RunSelection {
  projectId: ProjectId;
  /** All experiments of the project when null. */
  experimentNumbers: readonly number[] | null;
  filter: RunFilter | null;
  lifecycle: "active" | "archived" | "all";
}

export interface RunSearch extends RunSelection {
  orders: readonly RunOrder[];
  /** Values of the sort keys of the last row already seen. */
  after: readonly (string | number)[] | null;
  limit: number;
}

/** Runs of a page, and where a cursor continues: a run's id and its values of the sort keys before that. */
export interface RunPageRow {
  /** With commas in between; null for none. */
  ids: string | null;
  /** Null when there are fewer runs. */
  id: string | null;
  [key: `k${number}`]: string | number | null | undefined;
}

/** Where a cursor continues, in values that JSON can hold; null when the page is not that long. */
export function cursorOf({ id, ...row }: RunPageRow): (string | number)[] | null {
  if (id === null) return null;
  const values: (string | number)[] = [];
  for (let value = row.k0; value !== undefined && value !== null; value = row[`k${values.length}`])
    values.push(typeof value === "number" && !Number.isFinite(value) ? String(value) : value);
  return [...values, id];
}

export interface ComposedQuery {
  statement: Statement;
  values: unknown[];
}

/**
 * The ids of one page of runs in order, continuing after a cursor; the next cursor is at the last but one of as many as
 * are asked for, since one more only tells that there is more. Tenancy is part of the text: the project is its first
 * condition. Ordered by a metric first, it is one of the stages that make the order together. Plan: without a sort, an
 * index scan of run (project or experiment, started_at); by an indexed aggregate of a metric, a scan of that index
 * until the page is full; else a top-n sort.
 */
export function searchRuns(search: RunSearch, names: RunNames, stage: MetricStage | null): ComposedQuery {
  const parameters = new RunParameters(names);
  const where = selectionSql(search, parameters);
  const { joins, keys, isTrue } = sortPlan(search.orders, parameters, stage);
  where.push(...isTrue);
  if (search.after !== null) where.push(...afterIn(keys, search.after, parameters));
  const limit = Math.trunc(search.limit);
  const text = `
    SELECT string_agg(p.id::text, ',') AS ids, ${cursorColumns(keys, String(limit - 1))}
    FROM (
      SELECT ${searchColumns(keys)}
      FROM run r ${joins.join(" ")}
      WHERE ${where.join(" AND ")}
      ORDER BY ${orderSql(keys)}
      LIMIT ${limit}
    ) p`;
  return { statement: { name: null, text, isRepeated: hasOnePlan(search) }, values: parameters.values };
}

/**
 * Whether there is but one way to read a page, whatever the values are: as an index has the runs, with a look at their
 * own rows only. The limit is part of the text, so that the planner sees how small it is.
 */
const hasOnePlan = (search: RunSearch): boolean =>
  isInOneOrder(search) &&
  (search.filter === null || fieldsOf(search.filter).every(({ entity }) => entity === "attribute"));

/** Whether an index has the runs in the order that is asked for. */
export const isInOneOrder = ({ orders, experimentNumbers }: RunSearch): boolean =>
  isByStartAlone(orders) && (experimentNumbers === null || experimentNumbers.length === 1);

/** The cursor's condition, if any row of this statement can be before it: a fixed key that lies beyond it needs none. */
export function afterIn(
  keys: readonly SortKey[],
  after: readonly (string | number)[],
  parameters: Parameters,
): string[] {
  if (after.length !== keys.length) throw wrongCursor();
  const isBeyond = keys.some((key, at) => key.isFixed === true && key.sql !== String(after[at]));
  if (isBeyond) return [];
  const free = keys.flatMap((key, at) => (key.isFixed ? [] : [at]));
  return [
    afterSql(
      free.flatMap((at) => keys[at] ?? []),
      free.map((at) => after[at] ?? Number.NaN),
      parameters,
    ),
  ];
}

/** A run's id and its values of the sort keys before that. */
export const searchColumns = (keys: readonly SortKey[]): string =>
  ["r.id", ...keys.slice(0, -1).map(({ sql }, at) => `${sql} AS k${at}`)].join(", ");

/**
 * The same of one run among the rows p, by its place from 1 on. The runs come as one row, in the order they are in: to
 * read a row costs more than to find the run.
 */
export const cursorColumns = (keys: readonly SortKey[], place: string): string =>
  ["id", ...keys.slice(0, -1).map((_, at) => `k${at}`)]
    .map((column) => `(array_agg(p.${column}))[${place}] AS ${column}`)
    .join(", ");

export const orderSql = (keys: readonly SortKey[]): string =>
  keys.flatMap((key) => (key.isFixed ? [] : `${columnOf(key)} ${key.direction}`)).join(", ");

const columnOf = ({ sql, column }: SortKey): string => column?.sql ?? sql;

/** How many runs a selection holds, counted up to `cap`. */
export function countRuns(selection: RunSelection, names: RunNames, cap: number): ComposedQuery {
  const parameters = new RunParameters(names);
  const where = selectionSql(selection, parameters).join(" AND ");
  const text = `
    SELECT count(*) AS count FROM (
      SELECT 1 FROM run r WHERE ${where} LIMIT ${parameters.add(cap, "int")}
    ) counted`;
  return { statement: { name: null, text }, values: parameters.values };
}

export function selectionSql(selection: RunSelection, parameters: RunParameters): string[] {
  if (parameters.add(selection.projectId, "uuid") !== PROJECT_SQL)
    throw new Error("the project is the first parameter");
  const where = placeSql(selection, parameters);
  if (selection.lifecycle !== "all") {
    where.push(`r.archived_at IS ${selection.lifecycle === "active" ? "" : "NOT "}NULL`);
  }
  if (selection.filter !== null) where.push(filterSql(selection.filter, parameters));
  return where;
}

/**
 * Where the runs are. Of one experiment an index has them in the order of their start, of several it does not. The
 * project's index has too, but would be read through all that is newer in other experiments: hence the words for
 * "equal" that no index is used for.
 */
function placeSql({ experimentNumbers }: RunSelection, parameters: RunParameters): string[] {
  const { experimentIds } = parameters.names;
  if (experimentNumbers === null) return [`r.project_id = ${PROJECT_SQL}`];
  const [only] = experimentIds;
  if (only !== undefined && experimentIds.length === 1) {
    return [`r.project_id IS NOT DISTINCT FROM ${PROJECT_SQL}`, `r.experiment_id = ${parameters.add(only, "uuid")}`];
  }
  return [`r.project_id = ${PROJECT_SQL}`, `r.experiment_id = ANY(${parameters.add([...experimentIds], "uuid[]")})`];
}

/**
 * True of rows that come after the given key values: (a > x) OR (a = x AND (b > y OR …)). An indexed first key is also
 * compared alone, so that a page deep down begins where it is and not at the first row.
 */
export function afterSql(
  keys: readonly SortKey[],
  after: readonly (string | number)[],
  parameters: Parameters,
): string {
  if (after.length !== keys.length) throw wrongCursor();
  return keys.reduceRight((rest, key, at) => {
    const given = parameters.add(cursorValue(key, after[at]), key.type);
    const value = key.column === undefined ? given : key.column.of(given);
    const column = columnOf(key);
    const sign = key.direction === "asc" ? ">" : "<";
    const beyond = `${column} ${sign} ${value}`;
    const isAfter = rest === "" ? `(${beyond})` : `(${beyond} OR (${column} = ${value} AND ${rest}))`;
    return at === 0 && key.column !== undefined ? `(${column} ${sign}= ${value} AND ${isAfter})` : isAfter;
  }, "");
}

/** A cursor's values came from these keys, unless somebody made it up. */
function cursorValue({ type }: SortKey, value: string | number | undefined): string | number {
  const isFit =
    type === "text"
      ? typeof value === "string" && !value.includes("\0")
      : type === "uuid"
        ? typeof value === "string" && /^[0-9a-f-]{32,36}$/.test(value)
        : type === "int"
          ? Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31
          : typeof value === "number" || value === "Infinity" || value === "-Infinity";
  if (value === undefined || !isFit) throw wrongCursor();
  return value;
}

const wrongCursor = () => invalidInput("Invalid page token", "cursor", "start from the first page");
