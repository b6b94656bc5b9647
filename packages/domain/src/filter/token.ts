import { invalidInput } from "@assay/contract";
import type { FilterSyntax } from "./filter-syntax.ts";

export type Token = { at: number } & (
  | { kind: "word"; text: string; quotedFrom: number | null; source: string }
  | { kind: "string"; text: string }
  | { kind: "operator"; text: string }
  | { kind: "punctuation"; text: "(" | ")" | "," }
);

const OPERATORS = ["<=", ">=", "!=", "<>", "=", "<", ">"];
const WORD_END = /[\s()<>=!,'"`]/;

/** Splits filter text; parts of a word may be quoted, as in metrics."val loss". */
export function tokenize(text: string, syntax: FilterSyntax): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (/\s/.test(char)) {
      at += 1;
      continue;
    }
    const token = readToken(text, at, syntax);
    tokens.push(token.token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, at: number, syntax: FilterSyntax): { token: Token; end: number } {
  const char = text.charAt(at);
  if (char === "(" || char === ")" || char === ",") {
    return { token: { kind: "punctuation", text: char, at }, end: at + 1 };
  }
  const operator = OPERATORS.find(
    (candidate) => text.startsWith(candidate, at) && (candidate !== "<>" || syntax.isLenient),
  );
  if (operator !== undefined) {
    const canonical = operator === "<>" ? "!=" : operator;
    return { token: { kind: "operator", text: canonical, at }, end: at + operator.length };
  }
  if (char === "'") {
    const quoted = readQuoted(text, at, syntax);
    return { token: { kind: "string", text: quoted.text, at }, end: quoted.end };
  }
  if (char === "!")
    throw invalidInput(`Invalid clause(s) in filter string: "!" at character ${at + 1} of the filter`, "filter");
  return readWord(text, at, syntax);
}

function readWord(text: string, at: number, syntax: FilterSyntax): { token: Token; end: number } {
  let end = at;
  let word = "";
  let quotedFrom: number | null = null;
  while (end < text.length) {
    if (opensQuote(text.charAt(end), word)) {
      const quoted = readQuoted(text, end, syntax);
      quotedFrom ??= word.length;
      word += quoted.text;
      end = quoted.end;
      if (text.charAt(end) !== ".") break;
    } else if (WORD_END.test(text.charAt(end))) {
      break;
    } else {
      word += text.charAt(end);
      end += 1;
    }
  }
  return { token: { kind: "word", text: word, quotedFrom, source: text.slice(at, end), at }, end };
}

/** A quoted part is a whole part of a word; within single quotes, which is how values are written, none but a key. */
function opensQuote(char: string, before: string): boolean {
  if (char === '"' || char === "`") return before === "" || before.endsWith(".");
  return char === "'" && before.endsWith(".");
}

/** Reads a quoted part from its opening quote. */
function readQuoted(text: string, start: number, syntax: FilterSyntax): { text: string; end: number } {
  const quote = text.charAt(start);
  let value = "";
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== quote) {
      value += text.charAt(at);
    } else if (text.charAt(at + 1) === quote) {
      value += syntax.joinsDoubledQuotes ? quote : quote + quote;
      at += 1;
    } else {
      return { text: value, end: at + 1 };
    }
  }
  throw invalidInput(
    `Invalid clause(s) in filter string: the quote opened at character ${start + 1} of the filter is not closed`,
    "filter",
  );
}
