import { applyRetention } from "@assay/services";
import type { Handler } from "../registry.ts";

export const applyRetentionHandler: Handler<"retention.apply"> = (ctx) => applyRetention({ ctx });
