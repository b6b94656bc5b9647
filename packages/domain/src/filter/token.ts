import { invalidInput } from "@assay/contract";

export type Token =
  | { kind: "word"; text: string; quotedFrom: number | null; at: number }
  | { kind: "string"; text: string; at: number }
  | { kind: "operator"; text: string; at: number }
  | { kind: "punctuation"; text: "(" | ")" | ","; at: number };

const OPERATORS = ["<=", ">=", "!=", "<>", "=", "<", ">"];
const WORD_END = /[\s()<>=!,'"`]/;

/** Splits filter text; a word may end in a quoted part, as in metrics."val loss". */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (/\s/.test(char)) {
      at += 1;
      continue;
    }
    const token = readToken(text, at);
    tokens.push(token.token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, at: number): { token: Token; end: number } {
  const char = text.charAt(at);
  if (char === "(" || char === ")" || char === ",") {
    return { token: { kind: "punctuation", text: char, at }, end: at + 1 };
  }
  const operator = OPERATORS.find((candidate) => text.startsWith(candidate, at));
  if (operator !== undefined) {
    const canonical = operator === "<>" ? "!=" : operator;
    return { token: { kind: "operator", text: canonical, at }, end: at + operator.length };
  }
  if (char === "'") {
    const quoted = readQuoted(text, at);
    return { token: { kind: "string", text: quoted.text, at }, end: quoted.end };
  }
  if (char === "!") throw invalidInput(`Unexpected "!" at character ${at + 1} of the filter`, "filter");
  return readWord(text, at);
}

function readWord(text: string, at: number): { token: Token; end: number } {
  let end = at;
  while (end < text.length && !WORD_END.test(text.charAt(end))) end += 1;
  const bare = text.slice(at, end);
  const next = text.charAt(end);
  const opensQuote = next === '"' || next === "`";
  if (opensQuote && (bare === "" || bare.endsWith("."))) {
    const quoted = readQuoted(text, end);
    return { token: { kind: "word", text: bare + quoted.text, quotedFrom: bare.length, at }, end: quoted.end };
  }
  return { token: { kind: "word", text: bare, quotedFrom: null, at }, end };
}

/** Reads a quoted part from its opening quote; a doubled quote stands for itself. */
function readQuoted(text: string, start: number): { text: string; end: number } {
  const quote = text.charAt(start);
  let value = "";
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== quote) {
      value += text.charAt(at);
    } else if (text.charAt(at + 1) === quote) {
      value += quote;
      at += 1;
    } else {
      return { text: value, end: at + 1 };
    }
  }
  throw invalidInput(`The quote opened at character ${start + 1} of the filter is not closed`, "filter");
}
