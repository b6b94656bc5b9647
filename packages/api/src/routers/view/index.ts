import { router } from "../../init.ts";
import { deleteViewProcedure } from "./delete.ts";
import { listViewsProcedure } from "./list.ts";
import { saveViewProcedure } from "./save.ts";

export const viewRouter = router({
  list: listViewsProcedure,
  save: saveViewProcedure,
  delete: deleteViewProcedure,
});
