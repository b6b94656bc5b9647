import { toRunName } from "@assay/domain";
import { updateRun } from "@assay/services";
import { projectAddress } from "../../entity/project-address.ts";
import { runInfoBody } from "../../entity/run-body.ts";
import { RUN_STATUS_NUMBERS } from "../../entity/run-status.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

const STATUS = {
  RUNNING: "running",
  SCHEDULED: "scheduled",
  FINISHED: "finished",
  FAILED: "failed",
  KILLED: "killed",
} as const;

/** Ends, resumes or renames a run. Each field stands for itself; what is not sent stays. */
export const updateRunRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/update",
  permission: "run:write",
  input: withRunId({
    status: field.optional(field.choice(RUN_STATUS_NUMBERS)),
    end_time: field.optional(field.timeMs()),
    run_name: field.optional(field.text()),
  }),
  async handle({ ctx, input }) {
    const run = await updateRun({
      ctx,
      input: {
        runId: toRunId(input.run_id),
        name: toRunName(input.run_name) ?? undefined,
        status: input.status === undefined ? undefined : STATUS[input.status],
        endedAtMs: input.end_time,
      },
    });
    return { run_info: runInfoBody(projectAddress(ctx), run) };
  },
});
