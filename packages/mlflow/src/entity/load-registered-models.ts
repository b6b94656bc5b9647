import type { RegisteredModel } from "@assay/contract";
import { latestVersions, type ProjectContext } from "@assay/services";
import { registeredModelBody } from "./registered-model-body.ts";

/** Registered models as the protocol shows them. */
export async function registeredModelBodies(
  ctx: ProjectContext,
  models: readonly RegisteredModel[],
): Promise<object[]> {
  const latest = await latestVersions({ ctx, input: { models } });
  return models.map((model) => registeredModelBody(model, latest.get(model.id) ?? []));
}

/** The answer `{registered_model}` of the routes that are about one model. */
export async function registeredModelAnswer(ctx: ProjectContext, model: RegisteredModel): Promise<object> {
  const [body] = await registeredModelBodies(ctx, [model]);
  return { registered_model: body };
}
