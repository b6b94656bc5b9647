import { z } from "zod";
import { TokenId } from "./ids.ts";
import { TokenScope } from "./permissions.ts";
import { Name, Slug } from "./text.ts";

export const ApiToken = z.object({
  id: TokenId,
  name: z.string(),
  /** The first characters, enough to recognise the token by. */
  hint: z.string(),
  scopes: z.array(TokenScope),
  project: z.string().nullable(),
  defaultProject: z.string().nullable(),
  createdAtMs: z.number(),
  lastUsedAtMs: z.number().nullable(),
  expiresAtMs: z.number().nullable(),
  revokedAtMs: z.number().nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

export const CreateTokenInput = z.strictObject({
  workspace: Slug,
  name: Name,
  scopes: z.array(TokenScope).min(1).default(["read", "ingest", "registry"]),
  /** Limits the token to one project. */
  project: Slug.optional(),
  /** The project the MLflow door shows at its root; needed unless `project` is given. */
  defaultProject: Slug.optional(),
  expiresInDays: z.number().int().min(1).max(3_650).nullable().default(90),
});
export type CreateTokenInput = z.infer<typeof CreateTokenInput>;

/** The secret is shown in this answer and never again. */
export const CreatedToken = z.object({ token: ApiToken, secret: z.string() });
export type CreatedToken = z.infer<typeof CreatedToken>;
