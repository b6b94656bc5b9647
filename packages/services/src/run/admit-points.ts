import { invalidInput, LIMITS } from "@assay/contract";
import { countPoints, type KeyPoints } from "@assay/domain";
import type { ProjectContext } from "../context.ts";

/** How many points these are; refuses more than fit in a request, and more than the caller may send in this second. */
export function admitPoints(ctx: ProjectContext, series: readonly KeyPoints[]): number {
  const points = countPoints(series);
  if (points > LIMITS.metricsPerRequest) {
    const message = `At most ${LIMITS.metricsPerRequest} points fit in one request`;
    throw invalidInput(message, "metrics", "send several requests");
  }
  ctx.rates.takePoints(ctx.actor, points);
  return points;
}
