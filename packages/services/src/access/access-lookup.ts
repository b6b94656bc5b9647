import type { Role, TokenActor, UserActor } from "@assay/contract";
import type { Store } from "@assay/db";
import type { ProjectContext, WorkspaceContext } from "../context.ts";
import type { Entry } from "./entry.ts";

export interface TokenAccess {
  actor: TokenActor;
  expiresAtMs: number;
  /** Written by who notes a use; no part of what the version stands for. */
  lastUsedAtMs: number;
}

export interface SessionAccess {
  actor: UserActor;
  expiresAtMs: number;
}

export interface WorkspaceAccess {
  workspace: WorkspaceContext["workspace"];
  role: Role;
}

export interface ProjectAccess {
  project: ProjectContext["project"] & { readonly visibility: "workspace" | "private" };
  /** The role that the project gives the actor of its own accord. */
  granted: Role | null;
}

/** Answers from memory, or from `load` when access has changed since; null is a refusal and never remembered. */
export type Remember<Value> = (key: string, load: (db: Store) => Promise<Value | null>) => Promise<Value | null>;

/** The version of access, or null where it was not read after all; never fails. */
export type VersionAlong = Promise<bigint | null>;

/** Who may do what, as it was at some moment after the question was asked, or as an entry says that it was before. */
export interface AccessLookup {
  /** Of a request that was let in by access as it was known last; null where the version was read first. */
  readonly entry: Entry | null;
  /** Takes the version of access from whoever reads it along with something else, so that it need not be read alone. */
  readonly takeVersion: (version: VersionAlong) => void;
  /** By the SHA-256 of the secret. */
  readonly token: Remember<TokenAccess>;
  readonly session: Remember<SessionAccess>;
  readonly workspace: Remember<WorkspaceAccess>;
  readonly project: Remember<ProjectAccess>;
}
