import { invalidInput } from "@assay/contract";

/** A model version from the wire, where it is text. */
export function toVersionNumber(text: string): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number < 1) {
    throw invalidInput(
      `Invalid value ${JSON.stringify(text.slice(0, 80))} for parameter 'version' supplied: model version must be an integer.`,
      "version",
    );
  }
  return number;
}
