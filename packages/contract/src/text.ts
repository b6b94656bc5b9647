import { z } from "zod";
import { LIMITS } from "./limits.ts";

const CONTROL = /\p{Cc}/u;

const printable = (what: string, max: number) =>
  z
    .string()
    .trim()
    .min(1, `${what} must not be empty`)
    .max(max, `${what} must be at most ${max} characters`)
    .refine((text) => !CONTROL.test(text), `${what} must not contain control characters`);

/** A display name for a project, experiment, run or model. */
export const Name = printable("name", LIMITS.nameLength);

/** A part of a URL: lowercase letters, digits and single dashes. */
export const Slug = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lowercase letters, digits and single dashes");

/** The key of a metric, param or tag: any text up to 250 bytes without control characters. */
export const EntryKey = z
  .string()
  .min(1, "key must not be empty")
  .refine((key) => !CONTROL.test(key), "key must not contain control characters")
  .refine(
    (key) => new TextEncoder().encode(key).length <= LIMITS.keyLength,
    `key must be at most ${LIMITS.keyLength} bytes`,
  );
