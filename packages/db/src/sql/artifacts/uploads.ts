import type { Statement } from "../../store.ts";

/**
 * Takes an upload that is not over for some seconds, or keeps it for longer; no row when another has it. The database's
 * clock is the one that all processes share. Parameters: upload uuid, claim uuid, seconds.
 */
export const claimUpload: Statement = {
  name: "artifacts_claim_upload_v1",
  text: `
    UPDATE artifact_upload SET claim = $2::uuid, claimed_until = now() + make_interval(secs => $3::float8)
    WHERE id = $1::uuid AND ended_at IS NULL AND (claim IS NULL OR claim = $2::uuid OR claimed_until < now())
    RETURNING id`,
};

/** Lets others take an upload at once. Parameters: upload uuid, claim uuid. */
export const releaseUpload: Statement = {
  name: "artifacts_release_upload_v1",
  text: "UPDATE artifact_upload SET claim = NULL, claimed_until = NULL WHERE id = $1::uuid AND claim = $2::uuid",
};

/**
 * Notes what an upload has become, unless it was given up or taken over; no row then. Parameters: upload uuid, claim
 * uuid, now, sha256 bytea, size.
 */
export const finishUpload: Statement = {
  name: "artifacts_finish_upload_v1",
  text: `
    UPDATE artifact_upload SET ended_at = $3::timestamptz, sha256 = $4::bytea, size_bytes = $5::int8
    WHERE id = $1::uuid AND claim = $2::uuid AND ended_at IS NULL RETURNING id`,
};

/** Gives up an upload that is not over; no row when it is. Parameters: upload uuid, now. */
export const giveUpUpload: Statement = {
  name: "artifacts_give_up_upload_v1",
  text: "UPDATE artifact_upload SET ended_at = $2::timestamptz WHERE id = $1::uuid AND ended_at IS NULL RETURNING id",
};

/** Uploads from before a moment that nobody is completing. Parameters: moment, most. */
export const listOldUploads: Statement = {
  name: "artifacts_list_old_uploads_v1",
  text: `
    SELECT id, incoming, store_upload_id FROM artifact_upload
    WHERE created_at < $1::timestamptz AND (claimed_until IS NULL OR claimed_until < now() OR ended_at IS NOT NULL)
    ORDER BY created_at LIMIT $2::int`,
};

/** Parameters: uploads uuid[]. */
export const forgetUploads: Statement = {
  name: "artifacts_forget_uploads_v1",
  text: "DELETE FROM artifact_upload WHERE id = ANY ($1::uuid[])",
};
