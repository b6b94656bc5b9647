import type { Suite } from "../bench.ts";
import { chart } from "./chart.ts";
import { ingest } from "./ingest.ts";
import { live } from "./live.ts";
import { mlflow } from "./mlflow.ts";
import { open } from "./open.ts";
import { series } from "./series.ts";
import { storage } from "./storage.ts";
import { table } from "./table.ts";

/** Every suite under the name it is asked for by. */
export const SUITES: Readonly<Record<string, Suite>> = { ingest, series, chart, table, storage, live, open, mlflow };
