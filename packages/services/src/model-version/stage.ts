/** Where a version stands, for clients from before aliases. */
export const MODEL_STAGES = ["None", "Staging", "Production", "Archived"] as const;
export type ModelStage = (typeof MODEL_STAGES)[number];

/** The alias that stands for a stage; only these two have one. Whoever may not move it cannot give the stage. */
export const STAGE_ALIASES: Partial<Record<ModelStage, string>> = { Staging: "staging", Production: "production" };

/** The stage that an alias stands for. */
export const stageOfAlias = (alias: string): ModelStage | undefined =>
  MODEL_STAGES.find((stage) => STAGE_ALIASES[stage] === alias);
