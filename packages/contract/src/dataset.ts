import { z } from "zod";
import { DatasetId } from "./ids.ts";
import { RunInput } from "./run.ts";
import { entryMap, InputTagKey, storedText } from "./text.ts";

export const Dataset = z.object({
  id: DatasetId,
  name: z.string(),
  digest: z.string(),
  /** Whether the server saw the bytes behind the digest or the client claimed it. */
  digestOrigin: z.enum(["observed", "claimed"]),
  sourceType: z.string(),
  source: z.string(),
  schema: z.string().nullable(),
  profile: z.string().nullable(),
  createdAtMs: z.number(),
});
export type Dataset = z.infer<typeof Dataset>;

/** A dataset that a run read, with what for (`train`, `eval` …). */
export const RunDataset = Dataset.extend({ context: z.string(), tags: z.record(z.string(), z.string()) });
export type RunDataset = z.infer<typeof RunDataset>;

export const DatasetInput = z.strictObject({
  name: storedText(500).min(1),
  digest: storedText(100).min(1),
  sourceType: storedText(250).default("local"),
  source: storedText(65_535).default(""),
  schema: storedText(1_048_575).optional(),
  profile: storedText(16_777_215).optional(),
  context: storedText(500).default(""),
  tags: entryMap(500, InputTagKey).default({}),
});
export type DatasetInput = z.infer<typeof DatasetInput>;

export const LogInputsInput = RunInput.extend({ datasets: z.array(DatasetInput).min(1).max(1_000) });
export type LogInputsInput = z.infer<typeof LogInputsInput>;
