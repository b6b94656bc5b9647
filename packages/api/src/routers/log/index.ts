import { router } from "../../init.ts";
import { readLogProcedure } from "./read.ts";
import { searchLogProcedure } from "./search.ts";

export const logRouter = router({
  read: readLogProcedure,
  search: searchLogProcedure,
});
