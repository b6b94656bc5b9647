import { router } from "../../init.ts";
import { archiveRunsProcedure } from "./archive.ts";
import { countRunsProcedure } from "./count.ts";
import { createRunProcedure } from "./create.ts";
import { listRunDatasetsProcedure } from "./datasets.ts";
import { deleteRunsProcedure } from "./delete.ts";
import { deleteTagProcedure } from "./delete-tag.ts";
import { finishRunProcedure } from "./finish.ts";
import { getRunProcedure } from "./get.ts";
import { getRunsProcedure } from "./get-many.ts";
import { listRunKeysProcedure } from "./keys.ts";
import { locateRunProcedure } from "./locate.ts";
import { logInputsProcedure } from "./log-inputs.ts";
import { logParamsProcedure } from "./log-params.ts";
import { restoreRunsProcedure } from "./restore.ts";
import { searchRunsProcedure } from "./search.ts";
import { setTagsProcedure } from "./set-tags.ts";
import { updateRunProcedure } from "./update.ts";
import { runUsageProcedure } from "./usage.ts";

export const runRouter = router({
  create: createRunProcedure,
  finish: finishRunProcedure,
  update: updateRunProcedure,
  logParams: logParamsProcedure,
  setTags: setTagsProcedure,
  deleteTag: deleteTagProcedure,
  logInputs: logInputsProcedure,
  get: getRunProcedure,
  locate: locateRunProcedure,
  getMany: getRunsProcedure,
  search: searchRunsProcedure,
  count: countRunsProcedure,
  keys: listRunKeysProcedure,
  datasets: listRunDatasetsProcedure,
  archive: archiveRunsProcedure,
  restore: restoreRunsProcedure,
  delete: deleteRunsProcedure,
  usage: runUsageProcedure,
});
