import { Parameters } from "../parameters.ts";

/** What a search of runs names, looked up: the planner knows how common an id is, and nothing of a subquery's result. */
export interface RunNames {
  /** Of those asked for, which are there. */
  experimentIds: readonly string[];
  keyIds: ReadonlyMap<string, number>;
}

/** Values of a statement about runs, whose metric keys are told by their ids. */
export class RunParameters extends Parameters {
  readonly names: RunNames;

  constructor(names: RunNames) {
    super();
    this.names = names;
  }

  /** The id of a metric key; null, which equals nothing, when the project has no such key. */
  addKey(name: string): string {
    return this.add(this.names.keyIds.get(name) ?? null, "int");
  }
}
