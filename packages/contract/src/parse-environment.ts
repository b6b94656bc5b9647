import type { z } from "zod";

/** What an environment says by a schema of its variables; throws one sentence that names the variable at fault. */
export function parseEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  source: Record<string, string | undefined>,
): z.output<Schema> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`The environment variable ${issue?.path.join(".")} is wrong: ${issue?.message}`);
}
