/** SQL of what a request is known by. */
interface AskedSql {
  projectId: string;
  digest: string;
  /** The oldest moment that counts. */
  since: string;
  /** Key of this process. */
  processKey: string;
}

/**
 * True if an equal request was made to another process, else null. Plan: primary key, mostly no row; asked by EXISTS, a
 * plan that is made while the table is small reads all of it for each run ever after.
 */
export const knownElsewhereSql = ({ projectId, digest, since, processKey }: AskedSql): string => `
        SELECT true FROM creation_request c WHERE c.project_id = ${projectId}::uuid AND c.digest = ${digest}
          AND c.created_at > ${since}::timestamptz AND c.process_key <> ${processKey}::int8 LIMIT 1`;
