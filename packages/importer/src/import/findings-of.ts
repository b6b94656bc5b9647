import type { ImportFinding, ImportNote } from "@assay/contract";

const EXAMPLES = 10;

/** Notes of one reason together, as the report of an import has them. */
export function findingsOf(notes: readonly ImportNote[]): { changed: ImportFinding[]; missing: ImportFinding[] } {
  const of = (verdict: ImportNote["verdict"]): ImportFinding[] => {
    const groups = Map.groupBy(
      notes.filter((note) => note.verdict === verdict),
      ({ what, why }) => JSON.stringify([what, why]),
    );
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const count = group.reduce((sum, note) => sum + note.count, 0);
      const examples = group.map(({ detail }) => detail).filter(Boolean);
      return [{ what: first.what, why: first.why, count, examples: examples.slice(0, EXAMPLES) }];
    });
  };
  return { changed: of("changed"), missing: of("missing") };
}
