import { readAccessVersion } from "../access/read-access-version.ts";
import { hotFrames } from "../metrics/hot-tables.ts";
import { LAST_COLUMNS, type SummariesRow, summariesSql } from "../metrics/run-summary.ts";
import { type RunRecordsRow, runRecordsSql } from "./run-records.ts";
import type { ComposedQuery, RunPageRow } from "./search-runs.ts";
import type { WindowRow } from "./search-window.ts";

/** A page, the records of its runs and their last points. */
export type RunPageRecordsRow = RunPageRow &
  Partial<Pick<WindowRow, "is_done">> &
  RunRecordsRow &
  SummariesRow & {
    /** Who may do what, as it was when the rest was read. */
    access_version: bigint;
    /** Whether runs have points that are not compacted yet: their last ones are not in the summaries. */
    has_frames: boolean;
  };

/**
 * A search that also reads what it finds: to go to the database and back for the runs, and again for their points, costs
 * more than to find them. It takes long to plan: for searches that are prepared. Plan: the search, then primary keys.
 */
export const withRecords = ({ statement, values }: ComposedQuery): ComposedQuery => ({
  statement: { ...statement, text: textOf(statement.text) },
  values,
});

/** So many texts are kept, by the search each is around: to write one anew for each request takes longer than to find it. */
const MOST_TEXTS = 100;
/** Filters may be a million characters long: texts of those are not kept. */
const MOST_CHARACTERS = 20_000;
const texts = new Map<string, string>();

function textOf(search: string): string {
  const known = texts.get(search);
  if (known !== undefined) return known;
  const text = aroundSearch(search);
  if (text.length > MOST_CHARACTERS) return text;
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(search, text);
  return text;
}

function aroundSearch(search: string): string {
  const runIds = "page.run_ids";
  return `
    WITH found AS MATERIALIZED (${search}
    ),
    page AS MATERIALIZED (SELECT string_to_array(ids, ',')::uuid[] AS run_ids FROM found)
    SELECT found.*, records.*, summaries.*,
      EXISTS (SELECT 1 FROM (${hotFrames("run_id", `run_id = ANY(${runIds})`)}) f) AS has_frames,
      (${readAccessVersion.text}) AS access_version
    FROM found CROSS JOIN page
    CROSS JOIN LATERAL (${runRecordsSql(runIds)}
    ) records
    CROSS JOIN LATERAL (${summariesSql(LAST_COLUMNS, runIds)}
    ) summaries`;
}
