import { z } from "zod";
import { LIMITS } from "./limits.ts";

/** A moment in epoch milliseconds, from 1970 to the end of the year 9999: later dates do not fit every reader. */
export const TimeMs = z.number().int().min(0).max(LIMITS.timeMs);
