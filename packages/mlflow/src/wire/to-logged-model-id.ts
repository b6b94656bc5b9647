import { LoggedModelId, notFound } from "@assay/contract";

/** A logged model's id from the wire; text that cannot be one names none. */
export function toLoggedModelId(text: string): LoggedModelId {
  const parsed = LoggedModelId.safeParse(text);
  if (!parsed.success) throw notFound(`Logged model with id=${text.slice(0, 80)}`);
  return parsed.data;
}
