import { type Alias, type MoveAliasInput, notFound } from "@assay/contract";
import { requirePermission } from "../access/require-permission.ts";
import { withTx } from "../access/transaction.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { getModel } from "../model/get-model.ts";
import { getVersion } from "../model-version/get-version.ts";
import { changeAlias } from "./change-alias.ts";

type Input = Pick<MoveAliasInput, "name" | "version" | "alias" | "reason">;

/** Points an alias at a version, making the alias when it is new. */
export async function moveAlias({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<Alias> {
  requirePermission(ctx, "alias:move");
  const model = await getModel({ ctx, input });
  await withTx(ctx, async (tx) => {
    await getVersion({ ctx: { ...ctx, db: tx }, input });
    await changeAlias(tx, ctx, { model, alias: input.alias, toVersion: input.version, reason: input.reason });
  });
  const { aliases } = await getModel({ ctx, input });
  const alias = aliases.find((one) => one.name === input.alias);
  if (alias === undefined) throw notFound(`Registered model alias ${input.alias}`);
  return alias;
}
