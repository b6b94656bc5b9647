import { requirePermission } from "../access/require-permission.ts";
import { withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getModel } from "../model/get-model.ts";
import { changeAlias } from "./change-alias.ts";

/** Takes an alias away; one that does not exist is gone already. */
export async function removeAlias({
  ctx,
  input,
}: VerbArgs<ProjectContext, { name: string; alias: string }>): Promise<void> {
  requirePermission(ctx, "alias:move");
  const model = await getModel({ ctx, input });
  await withTx(ctx, (tx) => changeAlias(tx, ctx, { model, alias: input.alias, toVersion: null, reason: "" }));
}
