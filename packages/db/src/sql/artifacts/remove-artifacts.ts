import type { Statement } from "../../store.ts";

/**
 * Removes a file, or all files in a folder. starts_with, because LIKE would read _ and % in names as wildcards.
 * Parameters: project uuid, owner kind, owner uuid, path.
 */
export const removeArtifacts: Statement = {
  name: "artifacts_remove_v1",
  text: `
    DELETE FROM artifact
    WHERE project_id = $1::uuid AND owner_kind = $2 AND owner_id = $3::uuid
      AND (path = $4 OR starts_with(path, $4 || '/'))
    RETURNING path`,
};
