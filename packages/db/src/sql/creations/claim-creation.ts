import type { Statement } from "../../store.ts";
import { knownElsewhereSql } from "./known-elsewhere-sql.ts";
import { type CreationKind, MADE_SQL, untouchedSql } from "./untouched-sql.ts";

/**
 * Notes that this process makes something by a request, unless that equals one of another process; answers whether it
 * does. Parameters: project uuid, digest, the oldest moment that counts, key of this process, uuid of what is made, now.
 */
export const noteCreation: Statement = {
  name: "creations_note_v2",
  text: `
    WITH known AS MATERIALIZED (
      SELECT (${knownElsewhereSql({ projectId: "$1", digest: "$2::bytea", since: "$3", processKey: "$4" })}
      ) IS NOT NULL AS is_known
    ), noted AS (
      INSERT INTO creation_request (project_id, digest, result_id, process_key, created_at)
      SELECT $1::uuid, $2::bytea, $5::uuid, $4::int8, $6::timestamptz FROM known WHERE NOT is_known
      ON CONFLICT DO NOTHING
    )
    SELECT is_known FROM known`,
};

/**
 * Answers what an equal request made in a server process that has ended since, untouched, and takes it over; else notes
 * that this process makes something by this request. Each is taken once. A process that lives holds the lock of its
 * key, so sharing that shows which have ended; the lock goes with the transaction. Planning it takes milliseconds: it
 * is for requests that are known to equal one of another process. Parameters: as of `noteCreation`.
 */
export const claimCreation = (kind: CreationKind): Statement => ({
  name: `creations_claim_${kind}_v1`,
  text: `
    WITH orphan AS (
      SELECT c.result_id FROM creation_request c JOIN ${MADE_SQL[kind].from} ON ${MADE_SQL[kind].id} = c.result_id
      WHERE c.project_id = $1::uuid AND c.digest = $2::bytea AND c.created_at > $3::timestamptz
        AND CASE WHEN c.process_key = $4::int8 THEN false ELSE pg_try_advisory_xact_lock_shared(c.process_key) END
        AND ${untouchedSql(kind)}
      ORDER BY c.created_at, c.result_id LIMIT 1 FOR UPDATE OF c SKIP LOCKED
    ), taken AS (
      UPDATE creation_request c SET process_key = $4::int8 FROM orphan o
      WHERE c.project_id = $1::uuid AND c.digest = $2::bytea AND c.result_id = o.result_id RETURNING c.result_id
    ), noted AS (
      INSERT INTO creation_request (project_id, digest, result_id, process_key, created_at)
      SELECT $1::uuid, $2::bytea, $5::uuid, $4::int8, $6::timestamptz WHERE NOT EXISTS (SELECT 1 FROM taken)
      ON CONFLICT DO NOTHING
    )
    SELECT result_id FROM taken`,
});

/** Whether nobody has written to what a request made; no row when it made nothing. Parameters: project uuid, its uuid. */
export const findMade = (kind: CreationKind): Statement => ({
  name: `creations_find_${kind}_v1`,
  text: `
    SELECT (${untouchedSql(kind)}) AS is_untouched
    FROM ${MADE_SQL[kind].from} WHERE ${MADE_SQL[kind].projectId} = $1::uuid AND ${MADE_SQL[kind].id} = $2::uuid`,
});

/** Forgets requests that no client sends again. Parameters: the oldest moment that counts. */
export const sweepCreations: Statement = {
  name: "creations_sweep_v1",
  text: "DELETE FROM creation_request WHERE created_at <= $1::timestamptz",
};
