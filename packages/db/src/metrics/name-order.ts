import { compareTexts } from "../compare-texts.ts";
import type { RunSummaryPart } from "./stats-rows.ts";

/** A key by its name, and how many keys of its run were given before it. */
export interface NamedPlace {
  key: string;
  at: number;
}

/**
 * Puts runs' key ids into the order of the keys' names. Runs of one experiment mostly have the same keys: the order of
 * one run serves the next one too when that has the same ids.
 */
export class NameOrder {
  private readonly names: ReadonlyMap<number, string>;
  private keyIds: number[] = [];
  private places: readonly NamedPlace[] = [];

  constructor(names: ReadonlyMap<number, string>) {
    this.names = names;
  }

  of({ keyIds, from, to }: Pick<RunSummaryPart, "keyIds" | "from" | "to">): readonly NamedPlace[] {
    if (!this.isOfLast(keyIds, from, to)) {
      this.keyIds = Array.from(keyIds.subarray(from, to));
      const places = this.keyIds.map((keyId, at) => ({ key: this.names.get(keyId) ?? "", at }));
      this.places = places.sort((a, b) => compareTexts(a.key, b.key));
    }
    return this.places;
  }

  private isOfLast(keyIds: Float64Array, from: number, to: number): boolean {
    if (to - from !== this.keyIds.length) return false;
    for (let at = from; at < to; at += 1) if (keyIds[at] !== this.keyIds[at - from]) return false;
    return true;
  }
}
