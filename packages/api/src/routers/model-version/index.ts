import { router } from "../../init.ts";
import { deleteVersionProcedure } from "./delete.ts";
import { getVersionProcedure } from "./get.ts";
import { listVersionsProcedure } from "./list.ts";
import { registerVersionProcedure } from "./register.ts";
import { updateVersionProcedure } from "./update.ts";

export const modelVersionRouter = router({
  list: listVersionsProcedure,
  get: getVersionProcedure,
  register: registerVersionProcedure,
  update: updateVersionProcedure,
  delete: deleteVersionProcedure,
});
