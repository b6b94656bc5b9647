import { z } from "zod";
import { ProjectId, UserId, WorkspaceId } from "./ids.ts";
import { Role } from "./permissions.ts";
import { Name, Slug, storedText } from "./text.ts";

export const Workspace = z.object({
  id: WorkspaceId,
  slug: z.string(),
  name: z.string(),
  role: Role,
});
export type Workspace = z.infer<typeof Workspace>;

export const Member = z.object({
  userId: UserId,
  name: z.string(),
  email: z.string(),
  role: Role,
  joinedAtMs: z.number(),
});
export type Member = z.infer<typeof Member>;

/** Who is asking, and what they can enter. */
export const Session = z.object({
  user: z.object({ id: UserId, name: z.string(), email: z.string() }),
  workspaces: z.array(Workspace),
});
export type Session = z.infer<typeof Session>;

export const ProjectVisibility = z.enum(["workspace", "private"]);

export const Project = z.object({
  id: ProjectId,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  visibility: ProjectVisibility,
  createdAtMs: z.number(),
  runCount: z.number(),
  modelCount: z.number(),
  lastActivityAtMs: z.number().nullable(),
});
export type Project = z.infer<typeof Project>;

export const CreateProjectInput = z.strictObject({
  workspace: Slug,
  name: Name,
  slug: Slug.optional(),
  description: storedText(2_000).default(""),
  visibility: ProjectVisibility.default("workspace"),
});
export type CreateProjectInput = z.infer<typeof CreateProjectInput>;
