import { sha256Hex } from "@assay/domain/digest";

/** Of all that are named: each connection keeps a plan of each, of some 100 bytes a character. */
const MOST_CHARACTERS = 50_000;
const MOST_COUNTED = 1_000;
/** A text that came so often will come again. */
const OFTEN = 10;

/**
 * Names for composed texts that come again and again, so that they are planned once: the first few that do. The others
 * are planned every time, as any composed text is.
 */
export class RepeatedTexts {
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private characters = 0;

  /** The name to prepare a text under, always the same for it; null when it is not to be prepared. */
  nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.characters + text.length > MOST_CHARACTERS) return null;
    const count = (this.counts.get(text) ?? 0) + 1;
    if (count < OFTEN) {
      if (this.counts.size >= MOST_COUNTED) this.counts.clear();
      this.counts.set(text, count);
      return null;
    }
    const name = `repeated_${sha256Hex(text).slice(0, 32)}`;
    this.names.set(text, name);
    this.characters += text.length;
    this.counts.delete(text);
    return name;
  }
}
