import { LIMITS } from "@assay/contract";
import { creationDigest, registerVersion } from "@assay/services";
import { z } from "zod";
import { resolveSource } from "../../artifact/resolve-source.ts";
import { versionName } from "../../door/creations.ts";
import { versionBody } from "../../entity/version-body.ts";
import { toRunLink } from "../../registry/to-run-link.ts";
import { mlflowRoute } from "../../route/mlflow-route.ts";
import { field } from "../../wire/field.ts";
import { toRecord } from "../../wire/to-record.ts";

/** Registers what a source of the caller's own project names; nothing is ever fetched. */
export const createModelVersionRoute = mlflowRoute({
  method: "POST",
  path: "/api/2.0/mlflow/model-versions/create",
  permission: "model:write",
  reads: "model:read",
  input: z.object({
    name: field.required(),
    source: field.required(),
    run_id: field.optional(field.text()),
    model_id: field.optional(field.text()),
    run_link: field.optional(field.text()),
    tags: field.writtenEntries(LIMITS.registryTagValueLength),
    description: field.optional(field.text()),
  }),
  async handle({ ctx, input, makeOnce }) {
    const { name, source: sourceUri, run_id: runId, model_id: modelId } = input;
    const source = await resolveSource(ctx, { uri: sourceUri, runId, modelId });
    const runLink = toRunLink(input.run_link);
    const description = (input.description ?? "").slice(0, LIMITS.noteLength);
    const asked = { name, source, sourceUri, runLink, description, tags: toRecord(input.tags) };
    const { version } = await makeOnce(creationDigest(ctx, "modelVersion", input), async (id, request) => {
      const made = await registerVersion({ ctx, input: { ...asked, id, request } });
      return { id: made.id, wireName: versionName(made.modelName, String(made.number)), version: made };
    });
    return { model_version: versionBody(version) };
  },
});
