import type { PostgresServer } from "./postgres/server.ts";
import type { Measured } from "./report/row.ts";
import type { Sizes } from "./sizes.ts";

/** What a suite is handed. */
export interface Bench {
  postgres: PostgresServer;
  /** A folder of this run, removed afterwards. */
  dataDir: string;
  /** How long one cell of a load is measured, in one pass. */
  seconds: number;
  /** How often each cell is measured; medians are reported. */
  passes: number;
  /** A Python with mlflow and psycopg2; without one the real server is left out. */
  python: string | undefined;
  sizes: Sizes;
}

/** Measures one group of rows of the target table. */
export type Suite = (bench: Bench) => Promise<Measured[]>;
