import type { Statement } from "../../store.ts";

/**
 * Gives the version that a stage's alias has come to that stage, and takes it from the versions that held it before,
 * unless they keep it: older clients let several versions hold a stage. Who holds the alias of another stage falls back
 * to that. Parameters: model uuid, text stage, int version or null, bool whether the others keep it.
 */
export const restage: Statement = {
  name: "models_restage_v1",
  text: `
    UPDATE model_version v SET stage = CASE
      WHEN v.number = $3::int THEN $2::text
      WHEN held.names @> '{production}' THEN 'Production'
      WHEN held.names @> '{staging}' THEN 'Staging'
      ELSE 'None' END
    FROM model_version self
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(a.name), '{}') AS names FROM alias a
      WHERE a.model_id = self.model_id AND a.version_number = self.number AND a.name <> lower($2::text)
    ) held
    WHERE self.model_id = $1::uuid AND v.model_id = self.model_id AND v.number = self.number
      AND (v.number = $3::int AND NOT ($2::text = 'Staging' AND held.names @> '{production}')
        OR v.number IS DISTINCT FROM $3::int AND v.stage = $2::text AND NOT $4::bool)`,
};
