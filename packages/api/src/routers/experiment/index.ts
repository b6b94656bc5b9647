import { router } from "../../init.ts";
import { archiveExperimentProcedure } from "./archive.ts";
import { createExperimentProcedure } from "./create.ts";
import { getExperimentProcedure } from "./get.ts";
import { listExperimentsProcedure } from "./list.ts";
import { restoreExperimentProcedure } from "./restore.ts";
import { updateExperimentProcedure } from "./update.ts";

export const experimentRouter = router({
  list: listExperimentsProcedure,
  get: getExperimentProcedure,
  create: createExperimentProcedure,
  update: updateExperimentProcedure,
  archive: archiveExperimentProcedure,
  restore: restoreExperimentProcedure,
});
