import { invalidInput } from "@assay/contract";
import type { Context } from "hono";
import type { z } from "zod";
import { readText } from "./read-text.ts";

/** Reads a JSON body and checks it: by `quick` where that sees at once that it is right, else by the schema. */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  quick: (json: unknown) => z.output<Schema> | null = () => null,
): Promise<z.output<Schema>> {
  const json = parse(await readText(c));
  const read = quick(json);
  if (read !== null) return read;
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalidInput(issue?.message ?? "The body is wrong", fieldOf(issue?.path ?? []));
}

/** A path such as `values[2][0]`. */
function fieldOf(path: readonly PropertyKey[]): string {
  const field = path.reduce<string>(
    (text, part) => text + (typeof part === "number" ? `[${part}]` : `.${String(part)}`),
    "",
  );
  return field.replace(/^\./, "") || "body";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidInput("The body is not JSON", "body", "send a JSON object");
  }
}
