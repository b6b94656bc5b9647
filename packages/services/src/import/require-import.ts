import { type ImportJobId, notFound } from "@assay/contract";
import { imports, type Store } from "@assay/db";
import type { ProjectContext } from "../context.ts";

/** The import, if it is the project's: each verb of it that writes asks, for the job's id comes from the caller. */
export async function requireImport(db: Store, ctx: ProjectContext, jobId: ImportJobId): Promise<imports.ImportJob> {
  const job = await imports.find(db, ctx.project.id, jobId);
  if (job === null) throw notFound(`Import ${jobId}`);
  return job;
}
