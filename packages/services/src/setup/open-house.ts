import { ProjectId, TokenId, WorkspaceId } from "@assay/contract";
import { projects, type Store, serviceAccounts, setupTokens, tokens, users, workspaces } from "@assay/db";
import { hexBytes, sha256Hex } from "@assay/domain/digest";
import { audit, withTx } from "../access/transaction.ts";
import type { ServiceContext, VerbArgs, WorkspaceContext } from "../context.ts";
import { createExperimentRow } from "../experiment/create-experiment-row.ts";
import { authenticateToken } from "../token/authenticate-token.ts";
import { makeTokenSecret } from "../token/token-secret.ts";

const SETUP_TOKEN_LIFETIME_MS = 24 * 60 * 60 * 1_000;
export const FIRST_WORKSPACE = "team";
export const FIRST_PROJECT = "main";

export interface OpenHouse {
  /** Secret for the one-time set-up page; null once a user exists. */
  setupToken: string | null;
  /** API token for the first scripts: the kept one while it works, otherwise new while no user exists, else null. */
  trackingToken: string | null;
}

/**
 * Makes what a first start needs: a workspace, a project with its experiment 0, an API token of a service account,
 * and the one-time token for the set-up page. Safe to run at every start.
 */
export async function openHouse({
  ctx,
  input,
}: VerbArgs<ServiceContext, { keptToken: string | null }>): Promise<OpenHouse> {
  const workspaceCtx = await ensureWorkspace(ctx);
  const hasUser = await users.exists(ctx.db);
  const isKept =
    input.keptToken !== null && (await authenticateToken({ ctx, input: { secret: input.keptToken } })) !== null;
  return {
    setupToken: hasUser ? null : await renewSetupToken(ctx),
    trackingToken: isKept ? input.keptToken : hasUser ? null : await createTrackingToken(workspaceCtx),
  };
}

async function ensureWorkspace(ctx: ServiceContext): Promise<WorkspaceContext> {
  const existing = await workspaces.findOldest(ctx.db);
  if (existing !== null) return { ...ctx, workspace: existing, role: "admin" };
  const workspace = { id: WorkspaceId.parse(ctx.ids.uuid()), slug: FIRST_WORKSPACE, name: "Team" };
  const workspaceCtx: WorkspaceContext = { ...ctx, workspace, role: "admin" };
  await withTx(ctx, async (tx) => {
    await workspaces.create(tx, workspace);
    await createFirstProject(tx, workspaceCtx);
    await audit(tx, workspaceCtx, { action: "workspace.create", subject: { kind: "workspace", id: workspace.slug } });
  });
  return workspaceCtx;
}

async function createFirstProject(tx: Store, ctx: WorkspaceContext): Promise<void> {
  const project = {
    id: ProjectId.parse(ctx.ids.uuid()),
    workspaceId: ctx.workspace.id,
    slug: FIRST_PROJECT,
    name: "Main",
    visibility: "workspace" as const,
  };
  await projects.create(tx, { ...project, description: "", createdAt: ctx.clock.now() });
  await createExperimentRow(tx, { ...ctx, project }, { name: "Default", description: "", tags: {} });
}

async function renewSetupToken(ctx: ServiceContext): Promise<string> {
  const secret = ctx.ids.secret(32);
  const expiresAt = new Date(ctx.clock.now().getTime() + SETUP_TOKEN_LIFETIME_MS);
  await setupTokens.replace(ctx.db, hashSetupToken(secret), expiresAt);
  return secret;
}

export const hashSetupToken = (secret: string): Uint8Array<ArrayBuffer> => hexBytes(sha256Hex(secret));

async function createTrackingToken(ctx: WorkspaceContext): Promise<string> {
  const { secret, publicId, secretHash, hint } = makeTokenSecret(ctx.ids);
  await withTx(ctx, async (tx) => {
    const project = await projects.findFirst(tx, ctx.workspace.id);
    const serviceAccountId = await serviceAccounts.ensure(tx, {
      id: ctx.ids.uuid(),
      workspaceId: ctx.workspace.id,
      name: "first scripts",
      role: "editor",
    });
    await tokens.create(tx, {
      id: TokenId.parse(ctx.ids.uuid()),
      workspaceId: ctx.workspace.id,
      publicId,
      secretHash,
      hint,
      name: "first scripts",
      scopes: ["read", "ingest", "registry"],
      userId: null,
      serviceAccountId,
      projectId: null,
      defaultProjectId: project?.id ?? null,
      createdAt: ctx.clock.now(),
      expiresAt: null,
    });
    await audit(tx, ctx, { action: "token.create", subject: { kind: "token", id: hint } });
  });
  return secret;
}
