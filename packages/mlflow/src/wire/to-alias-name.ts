import { AliasName, invalidInput } from "@assay/contract";

/** A name for an alias. */
export function toAliasName(text: string): string {
  const name = AliasName.safeParse(text);
  if (name.success) return name.data;
  throw invalidInput(`Invalid alias name '${text.slice(0, 100)}': ${name.error.issues[0]?.message}`, "alias");
}
