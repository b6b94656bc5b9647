import { DatasetInput, LIMITS } from "@assay/contract";
import { logInputs } from "@assay/services";
import { z } from "zod";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { parseInput } from "../../wire/parse-input.ts";
import { toLoggedModelId } from "../../wire/to-logged-model-id.ts";
import { toRecord } from "../../wire/to-record.ts";
import { toRunId, withRunId } from "../../wire/with-run-id.ts";

const CONTEXT_TAG = "mlflow.data.context";

const datasetEntry = z.object({
  // Their keys have a limit of their own.
  tags: field.list(z.object({ key: field.text(), value: field.value() })),
  dataset: z.object({
    name: field.text(),
    digest: field.text(),
    source_type: field.text(),
    source: field.text(),
    schema: field.optional(field.text()),
    profile: field.optional(field.text()),
  }),
});

/** Notes the datasets and logged models a run read. The digests are what the client claims. */
export const logInputsRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/runs/log-inputs",
  permission: "run:write",
  maxBytes: LIMITS.inputsRequestBytes,
  input: withRunId({
    datasets: field.list(datasetEntry, 1_000),
    models: field.list(z.object({ model_id: field.text() }), 1_000),
  }),
  async handle({ ctx, input }) {
    // Checked under the names it came with, so that a fault is said where it is.
    const { datasets } = parseInput(wholeInputs, { datasets: input.datasets.map(toWhole) });
    const models = input.models.map(({ model_id }) => toLoggedModelId(model_id));
    await logInputs({
      ctx,
      input: { runId: toRunId(input.run_id), datasets: datasets.map(({ dataset }) => dataset), models },
    });
    return {};
  },
});

const wholeInputs = z.object({ datasets: z.array(z.object({ dataset: DatasetInput })) });

function toWhole({ tags, dataset }: z.output<typeof datasetEntry>): object {
  const { source_type: sourceType, ...rest } = dataset;
  const { [CONTEXT_TAG]: context = "", ...others } = toRecord(tags);
  return { dataset: { ...rest, sourceType, context, tags: others } };
}
