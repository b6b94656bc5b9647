import { ProjectSettingsView, UpdateProjectSettingsInput } from "@assay/contract";
import { updateProjectSettings } from "@assay/services";
import { procedure } from "../../init.ts";
import { inProject } from "../../scoped.ts";

export const updateProjectSettingsProcedure = procedure("project:manage")
  .input(UpdateProjectSettingsInput)
  .output(ProjectSettingsView)
  .mutation(async ({ ctx, input }) => updateProjectSettings({ ctx: await inProject(ctx, input), input }));
