import { z } from "zod";
import { type AllowEntry, parseAllowList } from "./allow-list.ts";

/** An environment variable with hosts inside that may be reached; what is wrong with it is an issue of the variable. */
export const allowListVariable = z
  .string()
  .default("")
  .transform((text, ctx): AllowEntry[] => {
    try {
      return parseAllowList(text);
    } catch (error) {
      ctx.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  });
