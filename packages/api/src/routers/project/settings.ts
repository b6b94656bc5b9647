import { ProjectScope, ProjectSettingsView } from "@assay/contract";
import { getProjectSettings } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const projectSettingsProcedure = procedure("project:read")
  .input(ProjectScope)
  .output(ProjectSettingsView)
  .query(async ({ ctx, input }) => getProjectSettings({ ctx: await inProject(ctx, input) }));
