import type { Statement } from "../../store.ts";

/** Notes stored bytes that no upload has noted, as unused from now on. Parameters: text[] sha256 as hex, int8[] sizes, now. */
export const adoptBlobs: Statement = {
  name: "storage_adopt_blobs_v1",
  text: `
    INSERT INTO blob (sha256, size_bytes, created_at, unused_since)
    SELECT decode(f.sha256, 'hex'), f.size_bytes, $3::timestamptz, $3::timestamptz
    FROM unnest($1::text[], $2::int8[]) AS f(sha256, size_bytes)
    ON CONFLICT DO NOTHING`,
};
