import { z } from "zod";
import { LIMITS } from "./limits.ts";
import { RunInput } from "./run.ts";
import { TimeMs } from "./time.ts";

export const LOG_STREAMS = ["stdout", "stderr"] as const;
export const LogStream = z.enum(LOG_STREAMS);
export type LogStream = z.infer<typeof LogStream>;

/** A UTF-16 unit takes at most three bytes of UTF-8, so only long texts need counting. */
const fitsLine = (text: string): boolean =>
  text.length * 3 <= LIMITS.logLineBytes || new TextEncoder().encode(text).length <= LIMITS.logLineBytes;

/** A line of console output without its line break; escape sequences and carriage returns stay as they are. */
export const NewLogLine = z.strictObject({
  timeMs: TimeMs,
  stream: LogStream.default("stdout"),
  text: z
    .string()
    .refine(fitsLine, `a line must be at most ${LIMITS.logLineBytes} bytes; send a longer one as several lines`)
    .refine((text) => !text.includes("\n"), "a line must not contain a line break; send one entry for each line")
    .refine((text) => text.isWellFormed(), "a line must not contain half a surrogate pair"),
});
export type NewLogLine = z.infer<typeof NewLogLine>;

/**
 * Lines of one writer, a process that numbers its own lines from 0. Lines that were stored already are skipped by their
 * number, however a re-sent batch is cut.
 */
export const AppendLog = z.strictObject({
  writer: z
    .string()
    .min(1)
    .max(LIMITS.logWriterLength)
    .regex(/^[\w.:-]+$/, "use letters, digits and . _ : -")
    .default("main"),
  /** The writer's number of the first of these lines. */
  firstLine: z
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER - LIMITS.logLinesPerRequest),
  lines: z
    .array(NewLogLine)
    .min(1)
    .max(LIMITS.logLinesPerRequest, `at most ${LIMITS.logLinesPerRequest} lines fit in one request`),
});
export type AppendLog = z.infer<typeof AppendLog>;

export const AppendLogResult = z.object({
  /** Lines that were not stored before. */
  accepted: z.number(),
  /** The number of the line that this writer may send next. */
  nextLine: z.number(),
});
export type AppendLogResult = z.infer<typeof AppendLogResult>;

/** A stored line. */
export const LogLine = z.object({
  /** Its place in the whole output of the run, from 1. */
  number: z.number(),
  timeMs: z.number(),
  stream: LogStream,
  text: z.string(),
});
export type LogLine = z.infer<typeof LogLine>;

const LineNumber = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/**
 * Where a page begins: at an offset in the selected lines, so that it ends with the last one, at a line of the run, or
 * at the first line of that moment or later.
 */
export const LogPosition = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("offset"), offset: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
  z.strictObject({ kind: z.literal("end") }),
  z.strictObject({ kind: z.literal("line"), number: LineNumber }),
  z.strictObject({ kind: z.literal("time"), timeMs: TimeMs }),
]);
export type LogPosition = z.infer<typeof LogPosition>;

export const ReadLogInput = RunInput.extend({
  /** Lines of both when null. */
  stream: LogStream.nullable().default(null),
  position: LogPosition.default({ kind: "end" }),
  /** 0 asks only how many lines there are. */
  limit: z.number().int().min(0).max(LIMITS.logLinesPerPage).default(200),
});
export type ReadLogInput = z.infer<typeof ReadLogInput>;

export const LogPage = z.object({
  /** How many of the selected lines come before this page. */
  offset: z.number(),
  /** How many lines of the selected streams the run has. */
  lineCount: z.number(),
  lines: z.array(LogLine),
});
export type LogPage = z.infer<typeof LogPage>;

export const SearchLogInput = RunInput.extend({
  /** Found as it stands, whatever its case, in the text as it is shown. */
  query: z.string().min(1).max(LIMITS.logQueryLength),
  stream: LogStream.nullable().default(null),
  /** How many lines of the run to leave out: `nextCursor` of the page before. */
  cursor: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.number().int().min(1).max(LIMITS.logLinesPerPage).default(200),
});
export type SearchLogInput = z.infer<typeof SearchLogInput>;

export const LogMatch = LogLine.extend({
  /** Its place among the selected lines, from 0. */
  offset: z.number(),
});
export type LogMatch = z.infer<typeof LogMatch>;

/** A page may hold fewer lines than asked for, even none, because one request looks through a bounded part of the log. */
export const LogMatches = z.object({
  matches: z.array(LogMatch),
  /** Where the search goes on, also for lines that are yet to come. */
  nextCursor: z.number(),
  /** True when every line there is has been looked at. */
  isEnd: z.boolean(),
});
export type LogMatches = z.infer<typeof LogMatches>;
