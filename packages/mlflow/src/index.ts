export { createMlflowDoor, type MlflowDoorDeps } from "./door/create-mlflow-door.ts";
export type { AnswerFate } from "./door/creations.ts";
export { MLFLOW_VERSION } from "./door/mlflow-version.ts";
export { PUBLIC_PATHS } from "./door/public-routes.ts";
export { requestAddress } from "./door/request-address.ts";
export type { MlflowRoute } from "./route/mlflow-route.ts";
export { MLFLOW_ROUTES } from "./route/route-table.ts";
export type { FileHeaders } from "./wire/file-answer.ts";
