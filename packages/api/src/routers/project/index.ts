import { router } from "../../init.ts";
import { archiveProjectProcedure } from "./archive.ts";
import { archivedProjectsProcedure } from "./archived.ts";
import { createProjectProcedure } from "./create.ts";
import { deleteProjectProcedure } from "./delete.ts";
import { getProjectProcedure } from "./get.ts";
import { listProjectsProcedure } from "./list.ts";
import { restoreProjectProcedure } from "./restore.ts";
import { retentionPreviewProcedure } from "./retention-preview.ts";
import { projectSettingsProcedure } from "./settings.ts";
import { updateProjectSettingsProcedure } from "./update-settings.ts";
import { projectUsageProcedure } from "./usage.ts";

export const projectRouter = router({
  list: listProjectsProcedure,
  archived: archivedProjectsProcedure,
  get: getProjectProcedure,
  create: createProjectProcedure,
  settings: projectSettingsProcedure,
  updateSettings: updateProjectSettingsProcedure,
  retentionPreview: retentionPreviewProcedure,
  usage: projectUsageProcedure,
  archive: archiveProjectProcedure,
  restore: restoreProjectProcedure,
  delete: deleteProjectProcedure,
});
