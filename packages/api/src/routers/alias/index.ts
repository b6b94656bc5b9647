import { router } from "../../init.ts";
import { moveAliasProcedure } from "./move.ts";
import { removeAliasProcedure } from "./remove.ts";

export const aliasRouter = router({
  move: moveAliasProcedure,
  remove: removeAliasProcedure,
});
