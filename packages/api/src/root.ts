import { router } from "./init.ts";
import { aliasRouter } from "./routers/alias/index.ts";
import { artifactRouter } from "./routers/artifact/index.ts";
import { auditRouter } from "./routers/audit/index.ts";
import { datasetRouter } from "./routers/dataset/index.ts";
import { experimentRouter } from "./routers/experiment/index.ts";
import { lineageRouter } from "./routers/lineage/index.ts";
import { liveRouter } from "./routers/live/index.ts";
import { logRouter } from "./routers/log/index.ts";
import { loggedModelRouter } from "./routers/logged-model/index.ts";
import { metricRouter } from "./routers/metric/index.ts";
import { modelRouter } from "./routers/model/index.ts";
import { modelVersionRouter } from "./routers/model-version/index.ts";
import { projectRouter } from "./routers/project/index.ts";
import { runRouter } from "./routers/run/index.ts";
import { sessionRouter } from "./routers/session/index.ts";
import { setupRouter } from "./routers/setup/index.ts";
import { systemRouter } from "./routers/system/index.ts";
import { tokenRouter } from "./routers/token/index.ts";
import { viewRouter } from "./routers/view/index.ts";
import { webhookRouter } from "./routers/webhook/index.ts";
import { workspaceRouter } from "./routers/workspace/index.ts";

export const appRouter = router({
  alias: aliasRouter,
  artifact: artifactRouter,
  audit: auditRouter,
  dataset: datasetRouter,
  experiment: experimentRouter,
  lineage: lineageRouter,
  live: liveRouter,
  log: logRouter,
  loggedModel: loggedModelRouter,
  metric: metricRouter,
  model: modelRouter,
  modelVersion: modelVersionRouter,
  project: projectRouter,
  run: runRouter,
  session: sessionRouter,
  setup: setupRouter,
  system: systemRouter,
  token: tokenRouter,
  view: viewRouter,
  webhook: webhookRouter,
  workspace: workspaceRouter,
});

type RouterType = typeof appRouter;

/** The API as clients see it. An interface, so that emitted types name it instead of printing it whole. */
export interface AppRouter extends RouterType {}
