import type { BlobStore } from "@assay/blobs";
import type { Actor, ProcessStatus, ProjectId, Role, WorkspaceId } from "@assay/contract";
import type { LivePulse, MetricStore, SearchNames, Store } from "@assay/db";
import type { JobQueue } from "@assay/jobs";
import type { Outbound } from "@assay/outbound";
import type { AccessLookup } from "./access/access-lookup.ts";
import type { RateLimits } from "./rate/rate-limits.ts";
import type { WriteGroups } from "./run/write-groups.ts";

export interface Clock {
  now(): Date;
}

/** Everything random that the product makes. */
export interface Ids {
  /** A UUIDv7 as 32 hex digits. */
  uuid(): string;
  /** A secret of that many random bytes as base62 text. */
  secret(bytes: number): string;
  /** A fraction in [0, 1). */
  fraction(): number;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes the same time whether or not there is a hash to compare with. */
  verify(hash: string | null, password: string): Promise<boolean>;
}

export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What every verb is handed: who asks, and every effect it may have. */
export interface ServiceContext {
  readonly actor: Actor;
  readonly requestId: string;
  readonly access: AccessLookup;
  readonly rates: RateLimits;
  readonly db: Store;
  readonly metrics: MetricStore;
  readonly names: SearchNames;
  readonly groups: WriteGroups;
  /** Tells watchers, soon. */
  readonly live: Pick<LivePulse, "note">;
  readonly blobs: BlobStore;
  readonly jobs: JobQueue;
  readonly outbound: Outbound;
  readonly passwords: PasswordHasher;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  /** What this process says of itself. */
  readonly process: () => ProcessStatus;
  readonly signal: AbortSignal;
}

/** A context inside a workspace the actor belongs to. */
export interface WorkspaceContext extends ServiceContext {
  readonly workspace: { readonly id: WorkspaceId; readonly slug: string; readonly name: string };
  readonly role: Role;
}

/** A context inside a project the actor can see; `role` is the role in that project. */
export interface ProjectContext extends WorkspaceContext {
  readonly project: { readonly id: ProjectId; readonly slug: string; readonly name: string };
}

export interface VerbArgs<Context, Input> {
  ctx: Context;
  input: Input;
}
