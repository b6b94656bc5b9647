import type { ProjectId, TokenId, UserId, WorkspaceId } from "./ids.ts";
import type { TokenScope } from "./permissions.ts";

export interface UserActor {
  kind: "user";
  userId: UserId;
  sessionId: string;
  email: string;
  name: string;
}

/** An API token; it can never do more than its owner can now, nor outside its workspace and project. */
export interface TokenActor {
  kind: "token";
  tokenId: TokenId;
  name: string;
  owner: { kind: "user"; userId: UserId } | { kind: "service"; serviceAccountId: string };
  scopes: readonly TokenScope[];
  workspaceId: WorkspaceId;
  /** When set, the token sees this project only. */
  projectId: ProjectId | null;
  /** The project that the MLflow door shows at its root. */
  defaultProjectId: ProjectId | null;
}

/** The product itself: a worker job or the first start. */
export interface SystemActor {
  kind: "system";
  name: string;
}

export interface AnonymousActor {
  kind: "anonymous";
}

export type Actor = UserActor | TokenActor | SystemActor | AnonymousActor;
