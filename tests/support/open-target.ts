import { Assay } from "@assay/sdk";
import type { IngestTarget } from "./metric-writer.ts";
import { readTrackingToken } from "./service-process.ts";

/** Makes a run on a server that has just been started for the first time. */
export async function openTarget(url: string, dataDir: string): Promise<IngestTarget> {
  const token = await readTrackingToken(dataDir);
  const { id } = await new Assay({ url, token }).api.run.create.mutate({ workspace: "team", project: "main" });
  return { url, token, runId: id };
}
