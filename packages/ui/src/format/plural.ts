import { formatCount } from "./format-count.ts";

/** `1 run`, `2 runs`. */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
