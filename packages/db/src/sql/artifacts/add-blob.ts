import type { Statement } from "../../store.ts";

/**
 * Notes a blob, or that a known one is in use again: a sweep that is at it is waited for, one that comes later passes
 * it by. Parameters: sha256 bytea, size, moment.
 */
export const addBlob: Statement = {
  name: "artifacts_add_blob_v1",
  text: `
    INSERT INTO blob AS b (sha256, size_bytes, created_at) VALUES ($1::bytea, $2::int8, $3::timestamptz)
    ON CONFLICT (sha256) DO UPDATE SET unused_since = NULL WHERE b.unused_since IS NOT NULL`,
};
