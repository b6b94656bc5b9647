import type { Statement } from "../../store.ts";

/** Puts a file at a path of an owner's tree, in place of what was there. Parameters: owner kind, owner uuid, path, project uuid, sha256 bytea, size, type, moment. */
export const putArtifact: Statement = {
  name: "artifacts_put_v1",
  text: `
    INSERT INTO artifact (owner_kind, owner_id, path, project_id, sha256, size_bytes, content_type, created_at)
    VALUES ($1, $2::uuid, $3, $4::uuid, $5::bytea, $6::int8, $7, $8::timestamptz)
    ON CONFLICT (owner_kind, owner_id, path) DO UPDATE SET sha256 = excluded.sha256, uri = NULL,
      size_bytes = excluded.size_bytes, content_type = excluded.content_type, created_at = excluded.created_at`,
};
