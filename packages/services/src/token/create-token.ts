import {
  type CreatedToken,
  type CreateTokenInput,
  DomainError,
  invalidInput,
  notFound,
  type ProjectId,
  TokenId,
} from "@assay/contract";
import { tokens } from "@assay/db";
import { enterProject } from "../access/enter-project.ts";
import { requirePermission } from "../access/require-permission.ts";
import { audit, withTx } from "../access/transaction.ts";
import type { VerbArgs, WorkspaceContext } from "../context.ts";
import { makeTokenSecret } from "./token-secret.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Makes an API token for the signed-in person. Its secret is in the answer and nowhere else. */
export async function createToken({ ctx, input }: VerbArgs<WorkspaceContext, CreateTokenInput>): Promise<CreatedToken> {
  requirePermission(ctx, "token:manage");
  if (ctx.actor.kind !== "user") throw new DomainError("FORBIDDEN", "Only a signed-in person makes tokens");
  const { userId } = ctx.actor;
  const projectId = input.project === undefined ? null : await projectIdOf(ctx, input.project);
  const shown = input.defaultProject ?? input.project;
  if (shown === undefined) throw invalidInput("Choose the project that MLflow clients see", "defaultProject");
  const defaultProjectId = await projectIdOf(ctx, shown);
  if (projectId !== null && defaultProjectId !== projectId) {
    throw invalidInput("A token limited to one project has that one as its default", "defaultProject");
  }
  const { secret, publicId, secretHash, hint } = makeTokenSecret(ctx.ids);
  const createdAt = ctx.clock.now();
  const expiresAt = input.expiresInDays === null ? null : new Date(createdAt.getTime() + input.expiresInDays * DAY_MS);
  const id = TokenId.parse(ctx.ids.uuid());
  const { scopes, name } = input;
  await withTx(ctx, async (tx) => {
    await tokens.create(tx, {
      id,
      workspaceId: ctx.workspace.id,
      publicId,
      secretHash,
      hint,
      name,
      scopes,
      userId,
      serviceAccountId: null,
      projectId,
      defaultProjectId,
      createdAt,
      expiresAt,
    });
    await audit(tx, ctx, { action: "token.create", subject: { kind: "token", id: hint }, details: { name, scopes } });
  });
  const mine = await tokens.list(ctx.db, ctx.workspace.id, userId);
  const token = mine.find((one) => one.id === id);
  if (token === undefined) throw notFound("Token");
  return { token, secret };
}

async function projectIdOf(ctx: WorkspaceContext, project: string): Promise<ProjectId> {
  const entered = await enterProject({ ctx, input: { workspace: ctx.workspace.slug, project } });
  return entered.project.id;
}
