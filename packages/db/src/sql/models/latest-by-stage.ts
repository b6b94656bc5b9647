import type { Statement } from "../../store.ts";

export interface LatestRow {
  model_id: string;
  number: number;
}

/** The newest version in each stage of each model. Parameters: uuid[] models. Plan: primary key of model_version. */
export const latestByStage: Statement = {
  name: "models_latest_by_stage_v1",
  text: `
    SELECT DISTINCT ON (model_id, stage) model_id, number FROM model_version
    WHERE model_id = ANY($1::uuid[]) AND archived_at IS NULL
    ORDER BY model_id, stage, number DESC`,
};
