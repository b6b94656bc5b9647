import { type CompareOperator, type Filter, invalidInput } from "@assay/contract";
import { type FilterSyntax, OWN_SYNTAX } from "./filter-syntax.ts";
import { type Token, tokenize } from "./token.ts";

/** How a dialect reads the left side of a comparison; `quotedFrom` is where a quoted key begins in the text, `source` the text with its quotes. */
export type FieldReader<Field> = (text: string, quotedFrom: number | null, source: string) => Field;

const MAX_COMPARISONS = 200;
const MAX_DEPTH = 50;

/**
 * Parses filter text: comparisons joined by AND, OR, NOT and parentheses. Keywords in any case.
 * Returns null for a blank filter. Throws INVALID_INPUT naming the place and the remedy.
 */
export function parseFilter<Field>(
  text: string,
  readField: FieldReader<Field>,
  syntax: FilterSyntax = OWN_SYNTAX,
): Filter<Field> | null {
  if (text.length > syntax.maxLength) {
    throw invalidInput(`Filter is longer than ${syntax.maxLength} characters`, "filter");
  }
  const tokens = tokenize(text, syntax);
  if (tokens.length === 0) return null;
  const parser = new FilterParser(tokens, readField, syntax);
  return parser.parse();
}

class FilterParser<Field> {
  private at = 0;
  private depth = 0;
  private comparisons = 0;
  private readonly tokens: Token[];
  private readonly readField: FieldReader<Field>;
  private readonly syntax: FilterSyntax;

  constructor(tokens: Token[], readField: FieldReader<Field>, syntax: FilterSyntax) {
    this.tokens = tokens;
    this.readField = readField;
    this.syntax = syntax;
  }

  parse(): Filter<Field> {
    const filter = this.or();
    const rest = this.peek();
    if (rest !== undefined) throw this.unexpected(rest, "AND, OR or the end of the filter");
    return filter;
  }

  private or(): Filter<Field> {
    return this.joined("OR", "or", () => this.and());
  }

  private and(): Filter<Field> {
    return this.joined("AND", "and", () => this.not());
  }

  private joined(keyword: string, kind: "and" | "or", operand: () => Filter<Field>): Filter<Field> {
    const first = operand();
    const nodes = [first];
    while (this.takeKeyword(keyword)) nodes.push(operand());
    return nodes.length === 1 ? first : { kind, nodes };
  }

  private not(): Filter<Field> {
    if (this.takeKeyword("NOT")) return { kind: "not", node: this.nested(() => this.not()) };
    if (this.takePunctuation("(")) {
      const inner = this.nested(() => this.or());
      this.expectPunctuation(")");
      return inner;
    }
    return this.comparison();
  }

  private nested(read: () => Filter<Field>): Filter<Field> {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw invalidInput(`Filter is nested deeper than ${MAX_DEPTH} levels`, "filter");
    const filter = read();
    this.depth -= 1;
    return filter;
  }

  private comparison(): Filter<Field> {
    this.comparisons += 1;
    if (this.comparisons > MAX_COMPARISONS) {
      throw invalidInput(`Filter has more than ${MAX_COMPARISONS} comparisons`, "filter");
    }
    const left = this.next("a field such as metrics.loss");
    if (left.kind !== "word") throw this.unexpected(left, "a field such as metrics.loss");
    const field = this.readField(left.text, left.quotedFrom, left.source);
    if (this.takeKeyword("IS")) {
      const isNegated = this.takeKeyword("NOT");
      if (!this.takeKeyword("NULL")) throw this.unexpected(this.peek(), "NULL");
      return { kind: "null", field, isNegated };
    }
    const isNegated = this.takeKeyword("NOT");
    if (this.takeKeyword("IN")) return { kind: "in", field, values: this.list(), isNegated };
    if (isNegated && !this.syntax.isLenient) throw this.unexpected(this.peek(), "IN");
    const compare: Filter<Field> = { kind: "compare", field, operator: this.operator(), value: this.value() };
    return isNegated ? { kind: "not", node: compare } : compare;
  }

  private operator(): CompareOperator {
    if (this.takeKeyword("LIKE")) return "LIKE";
    if (this.takeKeyword("ILIKE")) return "ILIKE";
    const token = this.next("an operator such as = or >");
    if (token.kind !== "operator") throw this.unexpected(token, "an operator such as = or >");
    return asOperator(token.text);
  }

  private value(): string | number {
    const token = this.next("a number or a 'quoted text'");
    if (token.kind === "string") return token.text;
    if (token.kind === "word" && isQuotedValue(token.source, this.syntax)) return token.text;
    if (token.kind === "word" && token.quotedFrom === null && this.syntax.numeral.test(token.text))
      return Number(token.text);
    throw this.unexpected(token, "a number or a 'quoted text'");
  }

  private list(): string[] {
    this.expectPunctuation("(");
    const values: string[] = [];
    do {
      const value = this.value();
      if (typeof value === "number" && !this.syntax.isLenient)
        throw invalidInput(`The list of the filter holds the number ${value}: its values are quoted texts`, "filter");
      values.push(String(value));
      if (values.length > this.syntax.maxValues) throw invalidInput("The IN list of the filter is too long", "filter");
    } while (this.takePunctuation(",") && !this.isPunctuation(")"));
    this.expectPunctuation(")");
    return values;
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private next(expected: string): Token {
    const token = this.peek();
    if (token === undefined) throw this.unexpected(token, expected);
    this.at += 1;
    return token;
  }

  private takeKeyword(keyword: string): boolean {
    const token = this.peek();
    const matches = token?.kind === "word" && token.quotedFrom === null && token.text.toUpperCase() === keyword;
    if (matches) this.at += 1;
    return matches;
  }

  private isPunctuation(text: string): boolean {
    const token = this.peek();
    return token?.kind === "punctuation" && token.text === text;
  }

  private takePunctuation(text: string): boolean {
    const matches = this.isPunctuation(text);
    if (matches) this.at += 1;
    return matches;
  }

  private expectPunctuation(text: string): void {
    if (!this.takePunctuation(text)) throw this.unexpected(this.peek(), `"${text}"`);
  }

  private unexpected(token: Token | undefined, expected: string): Error {
    const found =
      token === undefined ? "The filter ends" : `Found "${token.text}" at character ${token.at + 1} of the filter`;
    return invalidInput(`Invalid clause(s) in filter string: ${found} where ${expected} was expected`, "filter");
  }
}

/** A word that is one quoted part. */
function isQuotedValue(source: string, { isLenient }: FilterSyntax): boolean {
  return /^"([^"]|"")*"$/.test(source) || (isLenient && /^`([^`]|``)*`$/.test(source));
}

function asOperator(text: string): CompareOperator {
  switch (text) {
    case "=":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return text;
    default:
      throw invalidInput(`Unknown operator ${text} in the filter`, "filter");
  }
}
