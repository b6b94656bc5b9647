import type { Statement } from "../../store.ts";

export interface RunModelRow {
  run_id: string;
  logged_model_id: string;
  step: number;
}

/** The logged models that runs name as outputs, in order. Parameters: uuid[] runs. Plan: primary key. */
export const modelOutputs: Statement = {
  name: "runs_model_outputs_v1",
  text: `
    SELECT run_id, logged_model_id, step FROM run_model_output WHERE run_id = ANY($1::uuid[])
    ORDER BY step, logged_model_id`,
};
