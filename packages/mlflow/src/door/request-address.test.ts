import { expect, it } from "vitest";
import { refuseDotSegments, requestAddress } from "./request-address.ts";

const root = (path: string) => ({ project: null, path });
const named = (path: string) => ({ project: { workspace: "team", project: "main" }, path });

it.each([
  ["/api/2.0/mlflow/runs/get", root("/api/2.0/mlflow/runs/get")],
  ["/ajax-api/2.0/mlflow/runs/get", root("/api/2.0/mlflow/runs/get")],
  ["//api//2.0/mlflow//runs/get", root("/api/2.0/mlflow/runs/get")],
  ["/p/team/main/api/2.0/mlflow/runs/get", named("/api/2.0/mlflow/runs/get")],
  ["/p/team/main/ajax-api/3.0/mlflow/server-info", named("/api/3.0/mlflow/server-info")],
  ["/p/team/main/health", named("/health")],
  ["/version", root("/version")],
  ["//model-versions/get-artifact", root("/model-versions/get-artifact")],
  ["/some/prefix/api/2.0/mlflow/runs/get", root("/api/2.0/mlflow/runs/get")],
  ["/some/prefix/ajax-api/2.0/mlflow-artifacts/artifacts/a", root("/api/2.0/mlflow-artifacts/artifacts/a")],
  ["/prefix/p/team/main/api/2.0/mlflow/runs/get", named("/api/2.0/mlflow/runs/get")],
  ["/prefix/get-artifact", root("/get-artifact")],
  [
    "/api/2.0/mlflow-artifacts/artifacts/x/p/a/b/api/2.0/mlflow/runs/get",
    root("/api/2.0/mlflow-artifacts/artifacts/x/p/a/b/api/2.0/mlflow/runs/get"),
  ],
])("reads %s", (path, address) => {
  expect(requestAddress("GET", path)).toEqual(address);
});

it.each([
  "/",
  "/api/trpc/a",
  "/api/health",
  "/team/main/runs/1",
  "/healthy",
  "/team/health",
  "/p/team/api/2.0/x",
  "/model-versions",
  "/team/main/api/2.0/x",
  "/gateway/main",
  "/v1/traces",
])("leaves %s to others", (path) => {
  expect(requestAddress("GET", path)).toBeNull();
});

it.each(["/v1/traces", "/graphql", "/gateway/chat/invocations"])("takes what is posted to %s for MLflow's", (path) => {
  expect(requestAddress("POST", path)).toEqual(root(path));
});

it.each(["/api/../x", "/api/2.0/a/..", "/a/%2e%2e/b", "/a/%2E./b", "/a/./b", "/a/.%2e?x=1"])("refuses %s", (target) => {
  expect(() => refuseDotSegments(target)).toThrow("Invalid path");
});

it.each(["/a/..b/c", "/a/b...c", "/a/b?path=../x", "/.well-known"])("lets %s pass", (target) => {
  expect(() => refuseDotSegments(target)).not.toThrow();
});
