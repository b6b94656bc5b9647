import { isWithin, StoredKey } from "@assay/contract";
import { z } from "zod";
import { keyFault } from "./key-fault.ts";

const NON_FINITE: Record<string, number> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
};
/** 9999-12-31: later dates do not fit every reader of ISO times. */
const MAX_TIME_MS = 253_402_300_799_999;

/** Text; PostgreSQL stores neither NUL nor half a surrogate pair. */
const text = () =>
  z
    .string()
    .refine((value) => !value.includes("\0"), "text must not contain NUL")
    .transform((value) => value.toWellFormed());

/** Marks a text that is there but says nothing; `parseInput` reports it as missing. */
export const MISSING = "missing";

/** Text that the request needs. Protobuf knows no difference between an empty text and none. */
const required = () => text().refine((value) => value !== "", MISSING);

/** A key that is to be written, by the rules that clients know. */
const key = () =>
  required()
    .superRefine((value, ctx) => {
      const fault = keyFault(value);
      if (fault !== null) ctx.addIssue({ code: "custom", message: fault });
    })
    .pipe(StoredKey);

/** An int64 as number or digits; beyond 2^53 it could not be kept exactly and is refused. */
const int64 = (min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\s*[+-]?\d+(\.0*)?\s*$/)
        .transform(Number),
    ])
    .refine((value) => Number.isInteger(value))
    .refine((value) => Number.isSafeInteger(value), "an integer beyond 2^53 cannot be kept exactly")
    .refine((value) => value >= min && value <= max);

/** A double as number, numeral, or the name of a value that JSON has no word for. */
const double = () =>
  z.union([
    z.number(),
    z.string().transform((name, ctx): number => {
      const value = NON_FINITE[name] ?? (name.trim() === "" ? Number.NaN : Number(name));
      if (Number.isNaN(value) && name !== "NaN")
        ctx.addIssue({ code: "invalid_type", expected: "number", input: name });
      return value;
    }),
  ]);

const bool = () =>
  z.union([
    z.boolean(),
    z
      .string()
      .regex(/^(true|false)$/i)
      .transform((word) => word.toLowerCase() === "true"),
  ]);

/** Nothing and null are both "not set". */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

/** A repeated field. */
const list = <Schema extends z.ZodType>(item: Schema, max = 100_000) =>
  z.preprocess((value) => value ?? [], z.array(item).max(max));

/** A repeated field that the request needs, be it without items. */
const requiredList = <Schema extends z.ZodType>(item: Schema, max = 100_000) => z.array(item).max(max);

/** An enum by name, or by its number as protobuf also allows, be that a text. */
const choice = <const Names extends Record<string, number>>(names: Names) =>
  z.union([z.string(), z.number()]).transform((given, ctx): keyof Names & string => {
    const found = Object.entries(names).find(([name, number]) => name === given || String(number) === String(given));
    if (found === undefined) ctx.addIssue({ code: "invalid_value", values: Object.keys(names), input: given });
    return found?.[0] ?? "";
  });

/** The value of a tag or param; one that is missing is empty. */
const value = (max = Number.POSITIVE_INFINITY) =>
  optional(text())
    .transform((given) => given ?? "")
    .refine((given) => isWithin(given, max), `it exceeds the maximum length of ${max} characters`);

const entry = z.object({ key: text().pipe(StoredKey), value: value() });

/** The building blocks of request schemas, as lenient as protobuf's JSON. */
export const field = {
  text,
  required,
  int64,
  double,
  bool,
  optional,
  list,
  requiredList,
  choice,
  /** `{key, value}` pairs, as params and tags come. */
  entries: (max?: number) => list(entry, max),
  /** The same where MLflow checks the keys. */
  writtenEntries: (valueLength?: number) => list(z.object({ key: key(), value: value(valueLength) })),
  key,
  value,
  /** An artifact path as it came: the verbs check it and answer `Invalid path`. */
  path: () => z.string(),
  timeMs: () => int64(0, MAX_TIME_MS),
  maxResults: (max: number, standard: number) => optional(int64(1, max)).transform((value) => value ?? standard),
  pageToken: () => optional(text()).transform((token) => (token === "" ? undefined : token)),
};
