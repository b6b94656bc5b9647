import { finishRun, getRun, updateRun } from "@assay/services";
import { projectAddress } from "../../entity/project-address.ts";
import { runInfoBody } from "../../entity/run-body.ts";
import { toRunName } from "../../entity/run-details-from-tags.ts";
import { RUN_STATUS_NUMBERS } from "../../entity/run-status.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

const ENDED = { FINISHED: "finished", FAILED: "failed", KILLED: "killed" } as const;
const OPEN = { RUNNING: "running", SCHEDULED: "scheduled" } as const;

/** Ends, resumes or renames a run. Sending it again changes nothing more. */
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
    const runId = toRunId(input.run_id);
    const { status } = input;
    const name = toRunName(input.run_name) ?? undefined;
    const reopened = status === "RUNNING" || status === "SCHEDULED" ? OPEN[status] : undefined;
    if (name !== undefined || reopened !== undefined)
      await updateRun({ ctx, input: { runId, name, status: reopened } });
    if (status === "FINISHED" || status === "FAILED" || status === "KILLED") {
      await finishRun({ ctx, input: { runId, status: ENDED[status], endedAtMs: input.end_time } });
    }
    return { run_info: runInfoBody(projectAddress(ctx), await getRun({ ctx, input: { runId } })) };
  },
});
