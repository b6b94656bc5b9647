import { LIMITS } from "@assay/contract";

/** In what the dialects differ that are one in everything else. */
export interface FilterSyntax {
  /** Whether a doubled quote within quotes is one quote; else it is two. */
  joinsDoubledQuotes: boolean;
  /** What an unquoted value must be. */
  numeral: RegExp;
  /** Whether `<>`, NOT before LIKE, values in backticks and numbers in lists are understood. */
  isLenient: boolean;
  maxLength: number;
  /** In one list. */
  maxValues: number;
}

/** Assay's own. */
export const OWN_SYNTAX: FilterSyntax = {
  joinsDoubledQuotes: true,
  numeral: /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i,
  isLenient: true,
  maxLength: LIMITS.filterLength,
  maxValues: LIMITS.pageSize * 5,
};
