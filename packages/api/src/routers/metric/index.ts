import { router } from "../../init.ts";
import { deleteMetricProcedure } from "./delete.ts";
import { readGroupSeriesProcedure } from "./group-series.ts";
import { logMetricsProcedure } from "./log.ts";
import { readSeriesProcedure } from "./series.ts";

export const metricRouter = router({
  log: logMetricsProcedure,
  series: readSeriesProcedure,
  groupSeries: readGroupSeriesProcedure,
  delete: deleteMetricProcedure,
});
