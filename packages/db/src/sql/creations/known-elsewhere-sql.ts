/** SQL of what a request is known by. */
interface AskedSql {
  projectId: string;
  digest: string;
  /** The oldest moment that counts. */
  since: string;
  /** Key of this process. */
  processKey: string;
}

/** A row for each equal request to another process. Plan: primary key, mostly no row. */
export const knownElsewhereSql = ({ projectId, digest, since, processKey }: AskedSql): string => `
        SELECT FROM creation_request c WHERE c.project_id = ${projectId}::uuid AND c.digest = ${digest}
          AND c.created_at > ${since}::timestamptz AND c.process_key <> ${processKey}::int8`;
