import { z } from "zod";
import { Slug } from "./text.ts";

/** Names a workspace by its slug. */
export const WorkspaceScope = z.strictObject({ workspace: Slug });
export type WorkspaceScope = z.infer<typeof WorkspaceScope>;

/** Names a project by workspace and project slug. */
export const ProjectScope = z.strictObject({ workspace: Slug, project: Slug });
export type ProjectScope = z.infer<typeof ProjectScope>;
