import { invalidInput, notFound } from "@assay/contract";

/** An experiment id from the wire: the experiment's number. One that is too large names no experiment. */
export function toExperimentNumber(id: string): number {
  requireExperimentId(id);
  if (!/^\d{1,9}$/.test(id)) throw notFound(`Experiment with id=${id.slice(0, 80)}`);
  return Number(id);
}

/** The numbers of those ids that an experiment could have; the others select nothing, as unknown ones do. */
export function toExperimentNumbers(ids: readonly string[]): number[] {
  for (const id of ids) requireExperimentId(id);
  return ids.filter((id) => /^\d{1,9}$/.test(id)).map(Number);
}

function requireExperimentId(id: string): void {
  if (!/^-?\d+$/.test(id))
    throw invalidInput(`Invalid experiment ID '${id.slice(0, 80)}'. It must be an integer`, "experiment_id");
}
