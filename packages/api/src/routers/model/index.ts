import { router } from "../../init.ts";
import { listAliasEventsProcedure } from "./alias-events.ts";
import { createModelProcedure } from "./create.ts";
import { deleteModelProcedure } from "./delete.ts";
import { getModelProcedure } from "./get.ts";
import { listModelsProcedure } from "./list.ts";
import { updateModelProcedure } from "./update.ts";

export const modelRouter = router({
  list: listModelsProcedure,
  get: getModelProcedure,
  create: createModelProcedure,
  update: updateModelProcedure,
  delete: deleteModelProcedure,
  aliasEvents: listAliasEventsProcedure,
});
