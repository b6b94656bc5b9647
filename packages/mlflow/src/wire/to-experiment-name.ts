import { invalidInput, Name } from "@assay/contract";

/** A name for an experiment. */
export function toExperimentName(text: string, parameter: string): string {
  const name = Name.safeParse(text);
  if (name.success) return name.data;
  throw invalidInput(`Invalid experiment name: '${text.slice(0, 100)}'. ${name.error.issues[0]?.message}`, parameter);
}
