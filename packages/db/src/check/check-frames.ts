import type { RunId } from "@assay/contract";
import type { Executor } from "../metrics/client-executor.ts";
import { openFrames, type StoredFrameRow } from "../sql/check/read-stored.ts";
import { checkFrame } from "./check-frame.ts";
import { cursorRows } from "./cursor-rows.ts";
import type { Fault } from "./fault.ts";

/** Checks the frames of a run that wait to be compacted. */
export async function checkFrames(executor: Executor, runId: RunId): Promise<{ count: number; faults: Fault[] }> {
  const faults: Fault[] = [];
  let count = 0;
  for await (const row of cursorRows<StoredFrameRow>(executor, "check_frames", openFrames(runId))) {
    count += 1;
    faults.push(...checkFrame(row).map((what) => ({ keyId: null, place: `frame ${count}`, what })));
  }
  return { count, faults };
}
