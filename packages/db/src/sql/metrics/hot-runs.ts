import type { Statement } from "../../store.ts";
import { hotFrames } from "./hot-tables.ts";

export interface HotRunRow {
  run_id: string;
  frames: bigint;
  points: bigint;
  age_ms: number;
}

/** Runs that have frames to compact, the oldest first. Plan: one pass over both tables. */
export const listHotRuns: Statement = {
  name: "metrics_list_hot_runs_v1",
  text: `
    SELECT run_id, count(*) AS frames, sum(point_count) AS points,
      (extract(epoch FROM clock_timestamp() - min(received_at)) * 1000)::float8 AS age_ms
    FROM (${hotFrames("run_id, point_count, received_at", "true")}) h
    GROUP BY run_id ORDER BY min(received_at)`,
};

/** Which of these runs have frames to compact. Parameters: uuid[]. */
export const findHotRuns: Statement = {
  name: "metrics_find_hot_runs_v1",
  text: `
    SELECT asked.run_id FROM unnest($1::uuid[]) AS asked(run_id)
    WHERE EXISTS (${hotFrames("1", "run_id = asked.run_id")})`,
};
