import type { LoggedModelId } from "@assay/contract";
import { describeLoggedModels, getLoggedModel, type LoggedModelRecord, type ProjectContext } from "@assay/services";
import { loggedModelBody } from "./logged-model-body.ts";
import { projectAddress } from "./project-address.ts";

/** Logged models, with what was measured on them and where they were registered, as the protocol shows them. */
export async function describedBodies(ctx: ProjectContext, models: readonly LoggedModelRecord[]): Promise<object[]> {
  const described = await describeLoggedModels({ ctx, input: { models } });
  return described.map((model) => loggedModelBody(projectAddress(ctx), model));
}

/** The answer `{model}` of the routes that are about one logged model. */
export async function loggedModelAnswer(ctx: ProjectContext, loggedModelId: LoggedModelId): Promise<object> {
  const [model] = await describedBodies(ctx, [await getLoggedModel({ ctx, input: { loggedModelId } })]);
  return { model };
}
