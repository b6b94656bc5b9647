import { z } from "zod";
import { LIMITS } from "./limits.ts";

const CONTROL = /\p{Cc}/u;

const printable = (what: string, max: number) =>
  z
    .string()
    .trim()
    .min(1, `${what} must not be empty`)
    .max(max, `${what} must be at most ${max} characters`)
    .refine((text) => !CONTROL.test(text) && text.isWellFormed(), `${what} must not contain control characters`);

/** A display name for a project, experiment, run or model. */
export const Name = printable("name", LIMITS.nameLength);

/** A part of a URL: lowercase letters, digits and single dashes. */
export const Slug = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lowercase letters, digits and single dashes");

/** Whether a text has at most that many characters; one of two UTF-16 units counts once, as in other languages. */
export const isWithin = (text: string, max: number): boolean =>
  text.length <= max || (text.length <= 2 * max && [...text].length <= max);

/** A text's first characters, none of them cut in half. */
export const firstCharacters = (text: string, max: number): string =>
  text.length <= max ? text : [...text.slice(0, 2 * max)].slice(0, max).join("");

/** Text of any kind that a database can keep: no NUL, no half of a surrogate pair. */
export const storedText = (max: number) =>
  z
    .string()
    .refine((text) => isWithin(text, max), `text must be at most ${max} characters`)
    .refine(
      (text) => !text.includes("\0") && text.isWellFormed(),
      "text must not contain NUL or half a surrogate pair",
    );

/** JavaScript gives these names a meaning of their own, whatever is stored under them. */
const RESERVED_KEYS = new Set(["__proto__", "constructor", "prototype"]);

const keyUpTo = (max: number) =>
  z
    .string()
    .min(1, "key must not be empty")
    .refine((key) => !CONTROL.test(key) && key.isWellFormed(), "key must not contain control characters")
    .refine((key) => !RESERVED_KEYS.has(key), "key must not be __proto__, constructor or prototype")
    .refine((key) => isWithin(key, max), `key must be at most ${max} characters`);

/** The key of a metric, param or tag as it may be stored: any text up to 250 characters without control characters. */
export const StoredKey = keyUpTo(LIMITS.keyLength);

/** The key of a tag that a run's dataset has, which MLflow lets be a little longer. */
export const InputTagKey = keyUpTo(LIMITS.inputTagKeyLength);

/** Such a key as our own doors take it: up to 250 bytes. MLflow's counts characters. */
export const EntryKey = StoredKey.refine(
  (key) => new TextEncoder().encode(key).length <= LIMITS.keyLength,
  `key must be at most ${LIMITS.keyLength} bytes`,
);

const PRINTABLE_ASCII = /^[ -~]+$/;

const keyTest =
  (schema: z.ZodType<string>) =>
  (value: unknown): value is string => {
    if (typeof value !== "string") return false;
    const isPlain = value.length <= LIMITS.keyLength && PRINTABLE_ASCII.test(value);
    return isPlain ? !RESERVED_KEYS.has(value) : schema.safeParse(value).success;
  };

/** True of what EntryKey accepts; quick for the keys that nearly everybody uses. */
export const isEntryKey = keyTest(EntryKey);

/** The same of StoredKey. */
export const isStoredKey = keyTest(StoredKey);

/** Texts by key. A record alone would drop `__proto__` without a word. */
export const entryMap = (valueLength: number, key = EntryKey) =>
  z
    .custom<Record<string, string>>(
      (map) => typeof map === "object" && map !== null && !Object.hasOwn(map, "__proto__"),
      "must be an object whose keys are not __proto__, constructor or prototype",
    )
    .pipe(z.record(key, storedText(valueLength)));
