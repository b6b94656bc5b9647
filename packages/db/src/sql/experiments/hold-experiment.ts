import type { Statement } from "../../store.ts";

export interface HeldExperimentRow {
  id: string;
  number: number;
  is_archived: boolean;
}

const text = (key: string): string => `
    SELECT id, number, archived_at IS NOT NULL AS is_archived
    FROM experiment WHERE project_id = $1::uuid AND ${key} FOR KEY SHARE`;

/**
 * The experiment that a run is to be added to, which can be neither archived nor restored until the transaction ends;
 * does not stand in the way of other runs. Parameters: project uuid, number or name. Plan: the unique index of that key.
 */
export const holdExperiment: Record<"number" | "name", Statement> = {
  number: { name: "experiments_hold_number_v1", text: text("number = $2::int"), changesNothing: true },
  name: { name: "experiments_hold_name_v1", text: text("name = $2::text"), changesNothing: true },
};
