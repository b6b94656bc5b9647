import { invalidInput, notFound, RunId } from "@assay/contract";
import { z } from "zod";
import { field } from "./field.ts";

/** A request that names one run; `run_uuid` is the same field under its old name. */
export const withRunId = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.preprocess(unifyRunId, z.object({ run_id: field.required(), ...shape }));

function unifyRunId(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || !("run_uuid" in raw)) return raw;
  const { run_uuid: old, run_id: id = old } = { run_id: undefined, ...raw };
  if (typeof old === "string" && old !== "" && id !== old)
    throw invalidInput("run_id and run_uuid name different runs", "run_id");
  return { ...raw, run_id: id };
}

/** A run id from the wire; text that cannot be one names no run. */
export function toRunId(text: string): RunId {
  const parsed = RunId.safeParse(text);
  if (!parsed.success) throw notFound(`Run with id=${text.slice(0, 80)}`);
  return parsed.data;
}
