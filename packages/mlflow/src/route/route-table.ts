import { getArtifactRoute } from "../routes/artifacts/get-artifact.ts";
import { getVersionArtifactRoute } from "../routes/artifacts/get-version-artifact.ts";
import { listRunArtifactsRoute } from "../routes/artifacts/list-run-artifacts.ts";
import { multipartRoutes } from "../routes/artifacts/multipart.ts";
import { presignedUrlRoutes } from "../routes/artifacts/presigned-urls.ts";
import { proxyDeleteRoute } from "../routes/artifacts/proxy-delete.ts";
import { proxyGetRoute } from "../routes/artifacts/proxy-get.ts";
import { proxyListRoute } from "../routes/artifacts/proxy-list.ts";
import { proxyPutRoute } from "../routes/artifacts/proxy-put.ts";
import { archiveExperimentRoutes } from "../routes/experiments/archive-experiment.ts";
import { createExperimentRoute } from "../routes/experiments/create-experiment.ts";
import { deleteExperimentTagRoute } from "../routes/experiments/delete-experiment-tag.ts";
import { getExperimentRoute } from "../routes/experiments/get-experiment.ts";
import { getExperimentByNameRoute } from "../routes/experiments/get-experiment-by-name.ts";
import { searchExperimentsRoutes } from "../routes/experiments/search-experiments.ts";
import { setExperimentTagRoute } from "../routes/experiments/set-experiment-tag.ts";
import { updateExperimentRoute } from "../routes/experiments/update-experiment.ts";
import { createLoggedModelRoute } from "../routes/logged-models/create-logged-model.ts";
import { deleteLoggedModelRoute } from "../routes/logged-models/delete-logged-model.ts";
import { deleteLoggedModelTagRoute } from "../routes/logged-models/delete-logged-model-tag.ts";
import { finalizeLoggedModelRoute } from "../routes/logged-models/finalize-logged-model.ts";
import { getLoggedModelRoute } from "../routes/logged-models/get-logged-model.ts";
import { getLoggedModelFileRoute } from "../routes/logged-models/get-logged-model-file.ts";
import { listLoggedModelArtifactsRoute } from "../routes/logged-models/list-logged-model-artifacts.ts";
import { logLoggedModelParamsRoute } from "../routes/logged-models/log-logged-model-params.ts";
import { searchLoggedModelsRoute } from "../routes/logged-models/search-logged-models.ts";
import { setLoggedModelTagsRoute } from "../routes/logged-models/set-logged-model-tags.ts";
import { getHistoryRoute } from "../routes/metrics/get-history.ts";
import { getHistoryBulkIntervalRoute } from "../routes/metrics/get-history-bulk-interval.ts";
import { createModelVersionRoute } from "../routes/model-versions/create-model-version.ts";
import { deleteModelVersionRoute } from "../routes/model-versions/delete-model-version.ts";
import { getDownloadUriRoute } from "../routes/model-versions/get-download-uri.ts";
import { getModelVersionRoute } from "../routes/model-versions/get-model-version.ts";
import { searchModelVersionsRoute } from "../routes/model-versions/search-model-versions.ts";
import { deleteModelVersionTagRoute, setModelVersionTagRoute } from "../routes/model-versions/tag-model-version.ts";
import { transitionStageRoute } from "../routes/model-versions/transition-stage.ts";
import { updateModelVersionRoute } from "../routes/model-versions/update-model-version.ts";
import { createRegisteredModelRoute } from "../routes/registered-models/create-registered-model.ts";
import { deleteAliasRoute } from "../routes/registered-models/delete-alias.ts";
import { deleteRegisteredModelRoute } from "../routes/registered-models/delete-registered-model.ts";
import { getByAliasRoute } from "../routes/registered-models/get-by-alias.ts";
import { getLatestVersionsRoutes } from "../routes/registered-models/get-latest-versions.ts";
import { getRegisteredModelRoute } from "../routes/registered-models/get-registered-model.ts";
import { renameRegisteredModelRoute } from "../routes/registered-models/rename-registered-model.ts";
import { searchRegisteredModelsRoute } from "../routes/registered-models/search-registered-models.ts";
import { setAliasRoute } from "../routes/registered-models/set-alias.ts";
import {
  deleteRegisteredModelTagRoute,
  setRegisteredModelTagRoute,
} from "../routes/registered-models/tag-registered-model.ts";
import { updateRegisteredModelRoute } from "../routes/registered-models/update-registered-model.ts";
import { archiveRunRoutes } from "../routes/runs/archive-run.ts";
import { createRunRoute } from "../routes/runs/create-run.ts";
import { deleteTagRoute } from "../routes/runs/delete-tag.ts";
import { getRunRoute } from "../routes/runs/get-run.ts";
import { logBatchRoute } from "../routes/runs/log-batch.ts";
import { logInputsRoute } from "../routes/runs/log-inputs.ts";
import { logMetricRoute } from "../routes/runs/log-metric.ts";
import { logModelRoute } from "../routes/runs/log-model.ts";
import { logOutputsRoute } from "../routes/runs/log-outputs.ts";
import { logParameterRoute } from "../routes/runs/log-parameter.ts";
import { searchRunsRoute } from "../routes/runs/search-runs.ts";
import { setTagRoute } from "../routes/runs/set-tag.ts";
import { updateRunRoute } from "../routes/runs/update-run.ts";
import { createWebhookRoute } from "../routes/webhooks/create-webhook.ts";
import { deleteWebhookRoute } from "../routes/webhooks/delete-webhook.ts";
import { getWebhookRoute } from "../routes/webhooks/get-webhook.ts";
import { listWebhooksRoute } from "../routes/webhooks/list-webhooks.ts";
import { testWebhookRoute } from "../routes/webhooks/test-webhook.ts";
import { updateWebhookRoute } from "../routes/webhooks/update-webhook.ts";
import { getWorkspaceRoute } from "../routes/workspaces/get-workspace.ts";
import { listWorkspacesRoute } from "../routes/workspaces/list-workspaces.ts";
import type { MlflowRoute } from "./mlflow-route.ts";

/** Every route that reaches into a project, each with the permission it needs. What is not here is 404. */
export const MLFLOW_ROUTES: readonly MlflowRoute[] = [
  ...archiveExperimentRoutes,
  createExperimentRoute,
  deleteExperimentTagRoute,
  getExperimentByNameRoute,
  getExperimentRoute,
  ...searchExperimentsRoutes,
  setExperimentTagRoute,
  updateExperimentRoute,
  ...archiveRunRoutes,
  createRunRoute,
  deleteTagRoute,
  getRunRoute,
  logBatchRoute,
  logInputsRoute,
  logMetricRoute,
  logModelRoute,
  logOutputsRoute,
  logParameterRoute,
  searchRunsRoute,
  setTagRoute,
  updateRunRoute,
  getHistoryBulkIntervalRoute,
  getHistoryRoute,
  getArtifactRoute,
  getVersionArtifactRoute,
  listRunArtifactsRoute,
  ...multipartRoutes,
  ...presignedUrlRoutes,
  proxyDeleteRoute,
  proxyGetRoute,
  proxyListRoute,
  proxyPutRoute,
  createLoggedModelRoute,
  deleteLoggedModelTagRoute,
  deleteLoggedModelRoute,
  finalizeLoggedModelRoute,
  getLoggedModelFileRoute,
  getLoggedModelRoute,
  listLoggedModelArtifactsRoute,
  logLoggedModelParamsRoute,
  searchLoggedModelsRoute,
  setLoggedModelTagsRoute,
  createRegisteredModelRoute,
  deleteAliasRoute,
  deleteRegisteredModelRoute,
  getByAliasRoute,
  ...getLatestVersionsRoutes,
  getRegisteredModelRoute,
  renameRegisteredModelRoute,
  searchRegisteredModelsRoute,
  setAliasRoute,
  setRegisteredModelTagRoute,
  deleteRegisteredModelTagRoute,
  updateRegisteredModelRoute,
  createModelVersionRoute,
  deleteModelVersionRoute,
  getDownloadUriRoute,
  getModelVersionRoute,
  searchModelVersionsRoute,
  setModelVersionTagRoute,
  deleteModelVersionTagRoute,
  transitionStageRoute,
  updateModelVersionRoute,
  createWebhookRoute,
  deleteWebhookRoute,
  getWebhookRoute,
  listWebhooksRoute,
  testWebhookRoute,
  updateWebhookRoute,
  getWorkspaceRoute,
  listWorkspacesRoute,
];
