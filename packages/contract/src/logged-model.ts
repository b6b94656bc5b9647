import { z } from "zod";
import { LoggedModelId, RunId } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { RunRef } from "./run.ts";
import { entryMap, Name, Slug, storedText } from "./text.ts";

export const LoggedModelStatus = z.enum(["pending", "ready", "failed"]);
export type LoggedModelStatus = z.infer<typeof LoggedModelStatus>;

export const LoggedModel = z.object({
  id: LoggedModelId,
  name: z.string(),
  modelType: z.string(),
  status: LoggedModelStatus,
  experimentNumber: z.number().int(),
  sourceRun: RunRef.nullable(),
  params: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
});
export type LoggedModel = z.infer<typeof LoggedModel>;

export const CreateLoggedModelInput = z.strictObject({
  workspace: Slug,
  project: Slug,
  runId: RunId,
  name: Name,
  modelType: storedText(250).default(""),
  params: entryMap(LIMITS.paramValueLength).default({}),
  tags: entryMap(LIMITS.tagValueLength).default({}),
});
export type CreateLoggedModelInput = z.infer<typeof CreateLoggedModelInput>;

export const LoggedModelInput = z.strictObject({ workspace: Slug, project: Slug, loggedModelId: LoggedModelId });
export type LoggedModelInput = z.infer<typeof LoggedModelInput>;

export const FinalizeLoggedModelInput = LoggedModelInput.extend({
  status: z.enum(["ready", "failed"]).default("ready"),
});
export type FinalizeLoggedModelInput = z.infer<typeof FinalizeLoggedModelInput>;
