import type { SystemStatus } from "@assay/contract";
import { server } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { WorkspaceContext } from "../context.ts";

/** How the installation is doing: figures only, of all workspaces together. */
export async function getSystemStatus({ ctx }: { ctx: WorkspaceContext }): Promise<SystemStatus> {
  requirePermission(ctx, "system:read");
  const [metrics, queues, postgresVersion] = await Promise.all([
    ctx.metrics.status(),
    ctx.jobs.status(),
    server.version(ctx.db),
  ]);
  return { metrics, queues, process: ctx.process(), postgresVersion };
}
