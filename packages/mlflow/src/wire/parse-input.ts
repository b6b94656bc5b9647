import { type DomainError, invalidInput } from "@assay/contract";
import type { z } from "zod";
import { MISSING } from "./field.ts";

const SUFFIX = " See the API docs for more information about request parameters.";
const MAX_SHOWN = 200;

/** Checks a request against its schema; the first fault is reported the way MLflow clients know. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw firstFault(parsed.error, raw);
}

/** The same for a query string, in which a list of one comes as its only value. */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const single = parsed.error.issues.flatMap((issue) => {
    const [name] = issue.path;
    const value = valueAt(raw, issue.path);
    const isList = issue.code === "invalid_type" && issue.expected === "array";
    return isList && name !== undefined && typeof value === "string" ? [[name, [value]]] : [];
  });
  if (single.length === 0) throw firstFault(parsed.error, raw);
  return parseInput(schema, { ...Object(raw), ...Object.fromEntries(single) });
}

function firstFault({ issues: [issue] }: z.ZodError, raw: unknown): DomainError {
  return issue === undefined ? invalidInput("The request is malformed") : fault(issue, raw);
}

function fault(issue: z.core.$ZodIssue, raw: unknown): DomainError {
  const name = pathText(issue.path);
  const value = valueAt(raw, issue.path);
  if (value === undefined || value === null || issue.message === MISSING) {
    return invalidInput(`Missing value for required parameter '${name}'.${SUFFIX}`, name);
  }
  const shown = shorten(value);
  const reason = issue.code === "custom" && issue.message !== "Invalid input" ? `: ${issue.message}.` : ".";
  return invalidInput(
    `Invalid value ${shown} for parameter '${name}' supplied${reason} Hint: Value was of type '${typeName(value)}'.${SUFFIX}`,
    name,
  );
}

/** The start of a value as JSON; of one that is nested deeper than JSON can be written, nothing. */
function shorten(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? "").slice(0, MAX_SHOWN);
  } catch {
    return "";
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, part) => {
    if (typeof at !== "object" || at === null) return at;
    return Object.hasOwn(at, part) ? Reflect.get(at, part) : undefined;
  }, raw);
}

/** The word a Python client knows the type by. */
function typeName(value: unknown): string {
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return Array.isArray(value) ? "list" : "dict";
}
