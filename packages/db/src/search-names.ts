import type { ProjectId } from "@assay/contract";
import { arrayLiteral } from "./convert.ts";
import { findNames, keysIn, type NameRow } from "./sql/runs/find-names.ts";
import type { RunNames } from "./sql/runs/run-parameters.ts";
import type { RunSelection } from "./sql/runs/search-runs.ts";
import type { RunOrder } from "./sql/runs/sort-sql.ts";
import type { Store } from "./store.ts";

const MAX_CACHED = 200_000;

interface KnownNames {
  experiments: Map<number, string>;
  keys: Map<string, number>;
}

/**
 * Looks up what statements about runs will name: ids of experiments by number, of metric keys by name. Neither ever
 * changes, so what is found is kept in the process.
 */
export class SearchNames {
  private readonly store: Store;
  private readonly known = new Map<ProjectId, KnownNames>();
  private cached = 0;

  constructor(store: Store) {
    this.store = store;
  }

  /** What of the names of a selection and its orders is there; one statement for all that is not known yet. */
  async of(selection: RunSelection, orders: readonly RunOrder[] = []): Promise<RunNames> {
    const numbers = [...new Set(selection.experimentNumbers)];
    const keys = keysIn(selection, orders);
    const known = await this.load(selection.projectId, numbers, keys);
    return {
      experimentIds: numbers.flatMap((number) => known.experiments.get(number) ?? []),
      keyIds: new Map(
        keys.flatMap((key) => {
          const id = known.keys.get(key);
          return id === undefined ? [] : [[key, id] as const];
        }),
      ),
    };
  }

  private async load(projectId: ProjectId, numbers: readonly number[], keys: readonly string[]): Promise<KnownNames> {
    const known = this.known.get(projectId) ?? { experiments: new Map(), keys: new Map() };
    const newNumbers = numbers.filter((number) => !known.experiments.has(number));
    const newKeys = keys.filter((key) => !known.keys.has(key));
    if (newNumbers.length + newKeys.length === 0) return known;
    const values = [projectId, arrayLiteral(newNumbers), arrayLiteral(newKeys)];
    for (const { kind, name, id } of await this.store.query<NameRow>(findNames, values)) {
      if (kind === "experiment") known.experiments.set(Number(name), id);
      else known.keys.set(name, Number(id));
      this.cached += 1;
    }
    if (this.cached > MAX_CACHED) {
      this.known.clear();
      this.cached = 0;
    }
    this.known.set(projectId, known);
    return known;
  }
}
