import type { Statement } from "../../store.ts";

/** Every content that a file or a registered version names. */
const NAMED = `
      SELECT sha256 FROM artifact WHERE sha256 IS NOT NULL
      UNION ALL
      SELECT decode(f ->> 'sha256', 'hex') FROM model_version v CROSS JOIN LATERAL jsonb_array_elements(v.manifest) f`;

/**
 * Notes since when nothing names a blob, and forgets it of those that are named again. Parameters: now.
 * Plan: a hashed anti-join, once a day.
 */
export const markUnusedBlobs: Statement = {
  name: "storage_mark_unused_blobs_v1",
  text: `
    WITH named AS MATERIALIZED (${NAMED})
    UPDATE blob b SET unused_since = CASE WHEN m.is_named THEN NULL ELSE $1::timestamptz END
    FROM (SELECT o.sha256, o.unused_since, EXISTS (SELECT 1 FROM named n WHERE n.sha256 = o.sha256) AS is_named
      FROM blob o) m
    WHERE m.sha256 = b.sha256 AND m.is_named = (m.unused_since IS NOT NULL)`,
};

export interface SweptBlobRow {
  sha256: Uint8Array;
  size_bytes: bigint;
}

/**
 * Takes out some blobs that nothing has named since a moment. An upload of the same bytes waits for the transaction.
 * Parameters: moment, most blobs.
 */
export const takeUnusedBlobs: Statement = {
  name: "storage_take_unused_blobs_v1",
  text: `
    DELETE FROM blob WHERE sha256 = ANY(ARRAY(
      SELECT sha256 FROM blob WHERE unused_since < $1::timestamptz LIMIT $2::int FOR UPDATE SKIP LOCKED))
    RETURNING sha256, size_bytes`,
};
