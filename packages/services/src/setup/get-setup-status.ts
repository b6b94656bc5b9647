import type { SetupStatus } from "@assay/contract";
import { users } from "@assay/db";
import type { ServiceContext } from "../context.ts";

/** Whether the first user exists. */
export async function getSetupStatus({ ctx }: { ctx: ServiceContext }): Promise<SetupStatus> {
  return { isComplete: await users.exists(ctx.db) };
}
