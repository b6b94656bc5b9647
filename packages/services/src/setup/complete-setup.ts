import { type CompleteSetupInput, DomainError, UserId } from "@assay/contract";
import { setupTokens, users, workspaces } from "@assay/db";
import { audit, withTx } from "../access/transaction.ts";
import type { ServiceContext, VerbArgs, WorkspaceContext } from "../context.ts";
import { hashSetupToken } from "./open-house.ts";

/**
 * Makes the first user, admin of the first workspace. Needs the one-time token and works once: of many requests at
 * the same moment exactly one succeeds. Permission is the token itself, since nobody has a role yet.
 */
export async function completeSetup({ ctx, input }: VerbArgs<ServiceContext, CompleteSetupInput>): Promise<void> {
  const passwordHash = await ctx.passwords.hash(input.password);
  await withTx(ctx, async (tx) => {
    const isRight = await setupTokens.consume(tx, hashSetupToken(input.token), ctx.clock.now());
    const workspace = await workspaces.findOldest(tx);
    if (!isRight || workspace === null || (await users.exists(tx))) {
      throw new DomainError("FORBIDDEN", "This set-up link is wrong, used or expired", {
        remedy: "restart the server and open the link it prints",
      });
    }
    const user = { id: UserId.parse(ctx.ids.uuid()), email: input.email, name: input.name };
    await users.create(tx, { ...user, passwordHash });
    await workspaces.rename(tx, workspace.id, input.workspaceName);
    await workspaces.addMember(tx, workspace.id, user.id, "admin");
    const asUser: WorkspaceContext = {
      ...ctx,
      actor: { kind: "user", userId: user.id, sessionId: "", email: user.email, name: user.name },
      workspace,
      role: "admin",
    };
    await audit(tx, asUser, { action: "setup.complete", subject: { kind: "user", id: user.email } });
  });
}
