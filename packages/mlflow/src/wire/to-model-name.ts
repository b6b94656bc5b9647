import { invalidInput, ModelName } from "@assay/contract";

/** A name for a registered model. */
export function toModelName(text: string): string {
  const name = ModelName.safeParse(text);
  if (name.success) return name.data;
  throw invalidInput(`Invalid model name '${text.slice(0, 100)}': ${name.error.issues[0]?.message}`, "name");
}
