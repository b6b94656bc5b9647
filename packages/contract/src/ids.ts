import { z } from "zod";

/** 32 lowercase hex digits: a UUIDv7 without dashes, so that run ids are valid MLflow ids too. */
const hexId = <Brand extends string>(what: string, _brand: Brand) =>
  z
    .string()
    .regex(/^[0-9a-f]{32}$/, `${what} must be 32 lowercase hex digits`)
    .brand<Brand>();

export const WorkspaceId = hexId("workspace id", "WorkspaceId");
export type WorkspaceId = z.infer<typeof WorkspaceId>;
export const ProjectId = hexId("project id", "ProjectId");
export type ProjectId = z.infer<typeof ProjectId>;
export const ExperimentId = hexId("experiment id", "ExperimentId");
export type ExperimentId = z.infer<typeof ExperimentId>;
export const RunId = hexId("run id", "RunId");
export type RunId = z.infer<typeof RunId>;
export const UserId = hexId("user id", "UserId");
export type UserId = z.infer<typeof UserId>;
export const TokenId = hexId("token id", "TokenId");
export type TokenId = z.infer<typeof TokenId>;
export const ArtifactUploadId = hexId("upload id", "ArtifactUploadId");
export type ArtifactUploadId = z.infer<typeof ArtifactUploadId>;
export const ImportJobId = hexId("import id", "ImportJobId");
export type ImportJobId = z.infer<typeof ImportJobId>;
export const DatasetId = hexId("dataset id", "DatasetId");
export type DatasetId = z.infer<typeof DatasetId>;
export const ModelId = hexId("model id", "ModelId");
export type ModelId = z.infer<typeof ModelId>;
export const WebhookId = hexId("webhook id", "WebhookId");
export type WebhookId = z.infer<typeof WebhookId>;

/** A delivery's id as it goes along with every attempt: a UUID with its dashes, as MLflow's receivers expect it. */
export const WebhookDeliveryId = z.uuid().brand<"WebhookDeliveryId">();
export type WebhookDeliveryId = z.infer<typeof WebhookDeliveryId>;

/** A logged model's id: `m-` and 32 hex digits, as MLflow 3 names them. */
export const LoggedModelId = z
  .string()
  .regex(/^m-[0-9a-f]{32}$/, "logged model id must be m- and 32 lowercase hex digits")
  .brand<"LoggedModelId">();
export type LoggedModelId = z.infer<typeof LoggedModelId>;

/** Lowercase hex of a SHA-256 digest. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "must be a sha256 digest: 64 lowercase hex digits")
  .brand<"Sha256">();
export type Sha256 = z.infer<typeof Sha256>;
