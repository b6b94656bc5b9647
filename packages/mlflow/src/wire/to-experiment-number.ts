import { notFound } from "@assay/contract";

/** An experiment id from the wire: the experiment's number. Text that cannot be one names no experiment. */
export function toExperimentNumber(id: string): number {
  if (!/^\d{1,9}$/.test(id)) throw notFound(`Experiment with id=${id.slice(0, 80)}`);
  return Number(id);
}
