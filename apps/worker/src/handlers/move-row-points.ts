import { moveRowPoints } from "@assay/services";
import type { Handler } from "../registry.ts";

export const moveRowPointsHandler: Handler<"metrics.moveRows"> = (ctx) => moveRowPoints({ ctx });
