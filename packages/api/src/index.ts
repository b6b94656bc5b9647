import { createCallerFactory } from "./init.ts";
import { appRouter } from "./root.ts";

export type { ApiContext, LiveHub } from "./context.ts";
export { asTrpcError, type ErrorData, retryHeadersOf } from "./errors.ts";
export type { ProcedureMeta } from "./init.ts";
export { type AppRouter, appRouter } from "./root.ts";
export { groupSeriesJson, seriesJson } from "./series-json.ts";
/** Calls procedures in process, with a context. */
export const createCaller = createCallerFactory(appRouter);
