import { z } from "zod";
import { RunId } from "./ids.ts";
import { RunInput } from "./run.ts";
import { ProjectScope } from "./scope.ts";
import { StoredKey } from "./text.ts";

/** Runs of one project, named one by one. */
export const RunsInput = ProjectScope.extend({ runIds: z.array(RunId).min(1).max(1_000) });
export type RunsInput = z.infer<typeof RunsInput>;

export const DeleteMetricInput = RunInput.extend({ key: StoredKey });
export type DeleteMetricInput = z.infer<typeof DeleteMetricInput>;

export const DeletedMetric = z.object({ points: z.number(), bytes: z.number() });
export type DeletedMetric = z.infer<typeof DeletedMetric>;
