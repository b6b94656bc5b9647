import { invalidInput } from "@assay/contract";

/** A part of a name without quotes: a number alone would be read as one. */
const NAME = /^(?!\d+$)[\p{L}\p{N}_][\p{L}\p{N}_$#]*$/u;
const QUOTED_KEY = /^(["'`])(.*)\1$/s;
const QUOTED_PREFIX = /^`([^`]*)`$/;

/** An identifier of a filter or an order. */
export interface Identifier {
  /** Before the first dot, which divides it even within quotes; null where there is none. */
  prefix: string | null;
  key: string;
}

/** Takes an identifier apart as MLflow does, quotes and all. */
export function readIdentifier(source: string): Identifier {
  const dot = source.indexOf(".");
  const key = readKey(source, source.slice(dot + 1));
  if (dot === -1) return { prefix: null, key };
  const prefix = QUOTED_PREFIX.exec(source.slice(0, dot))?.[1] ?? source.slice(0, dot);
  if (prefix === "") throw noField(source);
  return { prefix, key };
}

function readKey(source: string, text: string): string {
  const quoted = QUOTED_KEY.exec(text);
  if (quoted?.[2] !== undefined) return quoted[2];
  if (text.split(".").every((part) => NAME.test(part))) return text;
  throw noField(source);
}

const noField = (source: string): Error =>
  invalidInput(
    `Invalid clause(s) in filter string: '${source.slice(0, 200)}' is no field. Keys of other than letters, digits and _ are quoted`,
    "filter",
  );
