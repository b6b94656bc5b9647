import { sweepCreations } from "@assay/services";
import type { Handler } from "../registry.ts";

export const sweepCreationsHandler: Handler<"creations.sweep"> = (ctx) => sweepCreations({ ctx });
