import { storage } from "@assay/db";
import type { ServiceContext } from "../context.ts";

/** Makes the room of deleted rows usable again, and gives back what PostgreSQL can. For the worker. */
export async function vacuumStorage({ ctx }: { ctx: ServiceContext }): Promise<void> {
  await storage.vacuum(ctx.db);
}
