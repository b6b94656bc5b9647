import pg from "pg";

const INT8_OID = 20;

/**
 * Starting parallel workers takes 4 ms, more than nearly all of our statements take, and the cores are there for other
 * requests too.
 */
const SESSION_OPTIONS = "-c max_parallel_workers_per_gather=0";

/**
 * A plan is kept until its tables are analyzed anew, also one that was made when they were empty: reading all of a table
 * is no part of any.
 */
const ONE_PLAN = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off";

export interface PoolOptions {
  url: string;
  /** Most connections of the pool. */
  max: number;
  /**
   * For prepared statements that have but one plan each: sends a statement before the last one is answered, so that COPY
   * cannot be used, plans none of them for its values and reads no table as a whole.
   */
  pipeline?: boolean;
  onError: (error: Error) => void;
}

/** Opens a connection pool. int8 comes back as bigint, as it does through Prisma. */
export function createPool({ url, max, pipeline = false, onError }: PoolOptions): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8_OID, (text) => BigInt(text));
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    pipeline,
    connectionTimeoutMillis: 10_000,
    options: pipeline ? `${SESSION_OPTIONS} ${ONE_PLAN}` : SESSION_OPTIONS,
  });
  // An idle connection that breaks must not end the process; the next query opens another.
  pool.on("error", onError);
  // The pool lets go of a connection before it is closed; one that breaks in between must not end the process either.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
