import { compactMetrics } from "@assay/services";
import type { Handler } from "../registry.ts";

export const compactMetricsHandler: Handler<"metrics.compact"> = (ctx) => compactMetrics({ ctx });
