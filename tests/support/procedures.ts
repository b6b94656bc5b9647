import { appRouter } from "@assay/api";
import { z } from "zod";

const Definition = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  meta: z.object({ permission: z.string() }).optional(),
  output: z.unknown().optional(),
  inputs: z.array(z.instanceof(z.ZodType)),
});

export interface ListedProcedure {
  path: string;
  type: "query" | "mutation" | "subscription";
  permission: string | undefined;
  hasOutput: boolean;
  input: z.ZodType | undefined;
}

/** Every procedure of the API by its path, such as `run.create`. */
export function listProcedures(): ListedProcedure[] {
  return Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
    const { type, meta, output, inputs } = Definition.parse(Reflect.get(Object(procedure), "_def"));
    return { path, type, permission: meta?.permission, hasOutput: output !== undefined, input: inputs[0] };
  });
}
