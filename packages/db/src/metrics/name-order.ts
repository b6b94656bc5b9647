import { compareTexts } from "../compare-texts.ts";

/** A key by its name, and where its id stands in the list that was given. */
export interface NamedPlace {
  key: string;
  at: number;
}

/**
 * Puts lists of key ids into the order of the keys' names. Runs of one experiment mostly have the same keys: the order
 * of a list serves the next one too when that has the same ids.
 */
export class NameOrder {
  private readonly names: ReadonlyMap<number, string>;
  private keyIds: ArrayLike<number> = [];
  private places: readonly NamedPlace[] = [];

  constructor(names: ReadonlyMap<number, string>) {
    this.names = names;
  }

  of(keyIds: ArrayLike<number>): readonly NamedPlace[] {
    if (!isSame(keyIds, this.keyIds)) {
      const places = Array.from(keyIds, (keyId, at) => ({ key: this.names.get(keyId) ?? "", at }));
      this.places = places.sort((a, b) => compareTexts(a.key, b.key));
      this.keyIds = keyIds;
    }
    return this.places;
  }
}

function isSame(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
