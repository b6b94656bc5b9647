import { z } from "zod";
import { Role } from "./permissions.ts";
import { ProjectScope } from "./scope.ts";

const RetentionDays = z.number().int().min(1).max(3_650).nullable();

/** What a project's people have settled; everything has a default. */
export const ProjectSettings = z.object({
  retention: z
    .object({
      /** Runs that have been archived for so long are deleted for good; null keeps them. */
      deleteArchivedRunsAfterDays: RetentionDays.default(null),
    })
    .default({ deleteArchivedRunsAfterDays: null }),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

/** The settings, and the caller's role in the project. */
export const ProjectSettingsView = ProjectSettings.extend({ role: Role });
export type ProjectSettingsView = z.infer<typeof ProjectSettingsView>;

export const UpdateProjectSettingsInput = ProjectScope.extend({
  retention: z.strictObject({ deleteArchivedRunsAfterDays: RetentionDays }),
});
export type UpdateProjectSettingsInput = z.infer<typeof UpdateProjectSettingsInput>;

export const RetentionPreviewInput = ProjectScope.extend({ days: z.number().int().min(1).max(3_650) });
export type RetentionPreviewInput = z.infer<typeof RetentionPreviewInput>;

/** How many archived runs a retention would delete now, and how many versions or forks keep. */
export const RetentionPreview = z.object({ due: z.number(), kept: z.number() });
export type RetentionPreview = z.infer<typeof RetentionPreview>;
