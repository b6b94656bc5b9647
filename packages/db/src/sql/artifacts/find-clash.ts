import type { Statement } from "../../store.ts";

/**
 * The file that a path would be below, or one that would be below it: no tree on a disk holds both. Parameters: owner
 * kind, owner uuid, path, folders of the path text[].
 */
export const findClash: Statement = {
  name: "artifacts_find_clash_v1",
  text: `
    SELECT path FROM artifact
    WHERE owner_kind = $1 AND owner_id = $2::uuid AND (path = ANY ($4::text[]) OR starts_with(path, $3 || '/'))
    LIMIT 1`,
};
