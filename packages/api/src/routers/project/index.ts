import { router } from "../../init.ts";
import { createProjectProcedure } from "./create.ts";
import { getProjectProcedure } from "./get.ts";
import { listProjectsProcedure } from "./list.ts";

export const projectRouter = router({
  list: listProjectsProcedure,
  get: getProjectProcedure,
  create: createProjectProcedure,
});
