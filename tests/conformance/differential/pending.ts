import type { Explanation } from "./explain.ts";

/** Differences that are still to be mended, each with the behaviour that is wanted. This list is to be empty. */
export const PENDING: readonly Explanation[] = [];
