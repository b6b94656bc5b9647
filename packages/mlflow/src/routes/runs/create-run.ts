import { invalidInput, RunId } from "@assay/contract";
import { runDetailsFromTags, toRunName } from "@assay/domain";
import { createRun, creationDigest, type NewRunInput } from "@assay/services";
import { z } from "zod";
import { projectAddress } from "../../entity/project-address.ts";
import { runBody } from "../../entity/run-body.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toExperimentNumber } from "../../wire/to-experiment-number.ts";
import { tagRecord } from "./log-entries.ts";

const schema = z.object({
  experiment_id: field.optional(field.text()),
  user_id: field.optional(field.text()),
  run_name: field.optional(field.text()),
  start_time: field.optional(field.timeMs()),
  tags: field.entries(),
});

export const createRunRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/create",
  permission: "run:write",
  comparesAccess: true,
  input: schema,
  async handle({ ctx, input, makeOnce }) {
    const run = toNewRun(input);
    // Without the time of its start a request says too little to be known again.
    const made =
      input.start_time === undefined
        ? await createRun({ ctx, input: run })
        : await makeOnce(creationDigest(ctx, "run", input), (id, request) =>
            createRun({ ctx, input: { ...run, id: RunId.parse(id), request } }),
          );
    // Nothing was logged to it yet, also when an equal request made it.
    const { params, tags } = run;
    const nothing = { latest: [], datasets: [], modelInputs: [], modelOutputs: [] };
    return { run: runBody(projectAddress(ctx), { ...nothing, run: made, params, tags }) };
  },
});

function toNewRun(input: z.output<typeof schema>): NewRunInput {
  const tags = tagRecord(input.tags);
  const tagName = tags["mlflow.runName"] ?? "";
  const givenName = input.run_name ?? "";
  if (givenName !== "" && tagName !== "" && givenName !== tagName) {
    throw invalidInput(
      `Both run_name '${givenName}' and the tag mlflow.runName '${tagName}' are given, and they differ`,
      "run_name",
    );
  }
  const { name: _name, source = {}, notes = "", parentTag } = runDetailsFromTags(tags) ?? {};
  const user = input.user_id ?? tags["mlflow.user"] ?? "";
  return {
    experiment: { number: toExperimentNumber(input.experiment_id || "0") },
    name: toRunName(givenName || tagName) ?? undefined,
    parentTag,
    startedAtMs: input.start_time,
    params: {},
    tags,
    notes,
    source,
    environment: user === "" ? {} : { user: user.slice(0, 250) },
  };
}
