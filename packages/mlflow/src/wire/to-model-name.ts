import { invalidInput, ModelName } from "@assay/contract";

/** A name for a registered model. */
export function toModelName(text: string): string {
  const name = ModelName.safeParse(text);
  if (name.success) return name.data;
  if (text === "." || text === "..") {
    throw invalidInput(
      `Invalid value "${text}" for parameter 'name' supplied: a model needs a name of its own.`,
      "name",
    );
  }
  throw invalidInput(`Invalid model name '${text.slice(0, 100)}': ${name.error.issues[0]?.message}`, "name");
}
