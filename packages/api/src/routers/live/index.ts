import { router } from "../../init.ts";
import { watchProjectProcedure } from "./project.ts";

export const liveRouter = router({
  project: watchProjectProcedure,
});
