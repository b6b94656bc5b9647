import { setImmediate } from "node:timers/promises";
import { isDomainError } from "@assay/contract";
import { AccessChangedError, accessVersion, type Store } from "@assay/db";
import type {
  AccessLookup,
  ProjectAccess,
  SessionAccess,
  TokenAccess,
  VersionAlong,
  WorkspaceAccess,
} from "./access-lookup.ts";
import { CoalescedRead } from "./coalesced-read.ts";
import { Entry } from "./entry.ts";
import { VersionedCache } from "./versioned-cache.ts";

const MAX_ENTRIES = 10_000;

/**
 * What this process remembers of who may do what. Nothing that is found by it counts before the version of access has
 * been read anew, so a change that was committed before a question, by whichever process, is in the answer.
 */
export class AccessCache {
  private readonly versions: CoalescedRead<bigint>;
  /** As it was read last. */
  private lastKnown: bigint | null = null;
  private readonly tokens: VersionedCache<TokenAccess>;
  private readonly sessions: VersionedCache<SessionAccess>;
  private readonly workspaces: VersionedCache<WorkspaceAccess>;
  private readonly projects: VersionedCache<ProjectAccess>;

  constructor(db: Store) {
    this.versions = new CoalescedRead(async () => this.note(await accessVersion.read(db)));
    this.tokens = new VersionedCache(db, MAX_ENTRIES);
    this.sessions = new VersionedCache(db, MAX_ENTRIES);
    this.workspaces = new VersionedCache(db, MAX_ENTRIES);
    this.projects = new VersionedCache(db, MAX_ENTRIES);
  }

  /** A lookup that reads the version with every question; for contexts that live on. */
  perQuestion(): AccessLookup {
    return this.lookup(() => this.versions.read());
  }

  /** A lookup that reads the version once, with the first question; for one request. */
  perRequest(): AccessLookup {
    let version: Promise<bigint> | undefined;
    return this.lookup(() => {
      version ??= this.versions.read();
      return version;
    });
  }

  /**
   * Runs what changes nothing by access as it was known last, beside reading whether it still is; else once more, by
   * access as it is now. A request that only reads need not wait for the version first.
   */
  whileReading<Result>(read: (access: AccessLookup) => Promise<Result>): Promise<Result> {
    let along: VersionAlong | undefined;
    const takeVersion = (version: VersionAlong): void => {
      along = version;
    };
    // A turn later, so that the first statement of what is read goes out before it: this answer is needed last, and
    // that statement may bring it.
    return this.besideVersion(read, () => setImmediate().then(() => this.take(along)), takeVersion);
  }

  /**
   * The same of what a request that writes does before it does so, which asks the database for nothing else. Among
   * others it waits for the version that they share: those that begin their work together are written together.
   */
  beforeWriting<Result>(prepare: (access: AccessLookup) => Promise<Result>): Promise<Result> {
    if (this.versions.isBusy) return prepare(this.perRequest());
    return this.besideVersion(prepare, () => this.versions.read());
  }

  /**
   * Runs what writes by access as it was known last, where the statements that write compare the version themselves and
   * everything else that writes confirms it first. It runs once more when access has changed. What was neither written
   * nor confirmed, such as a refusal, is answered only if access is still the same.
   */
  async whileWriting<Result>(write: (access: AccessLookup) => Promise<Result>): Promise<Result> {
    const { lastKnown } = this;
    if (lastKnown === null) return write(this.perRequest());
    const entry = new Entry(lastKnown, () => this.versions.read());
    const [outcome] = await Promise.allSettled([write(this.lookup(() => Promise.resolve(lastKnown), { entry }))]);
    try {
      if (outcome.status === "rejected" && !isRefusal(outcome.reason)) throw outcome.reason;
      await entry.confirm();
    } catch (error) {
      if (error instanceof AccessChangedError) return write(this.perRequest());
      throw error;
    }
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  }

  private async besideVersion<Result>(
    work: (access: AccessLookup) => Promise<Result>,
    readVersion: () => Promise<bigint>,
    takeVersion: AccessLookup["takeVersion"] = ignore,
  ): Promise<Result> {
    const { lastKnown } = this;
    if (lastKnown === null) return work(this.perRequest());
    const lookup = this.lookup(() => Promise.resolve(lastKnown), { takeVersion });
    const [version, outcome] = await Promise.allSettled([readVersion(), work(lookup)]);
    if (version.status === "rejected") throw version.reason;
    if (version.value !== lastKnown) return work(this.perRequest());
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  }

  private async take(along: VersionAlong | undefined): Promise<bigint> {
    const version = await along;
    return typeof version === "bigint" ? this.note(version) : this.versions.read();
  }

  private note(version: bigint): bigint {
    this.lastKnown = version;
    return version;
  }

  private lookup(
    version: () => Promise<bigint>,
    { entry = null, takeVersion = ignore }: Partial<Pick<AccessLookup, "entry" | "takeVersion">> = {},
  ): AccessLookup {
    return {
      entry,
      takeVersion,
      token: (key, load) => this.tokens.find(version(), key, load),
      session: (key, load) => this.sessions.find(version(), key, load),
      workspace: (key, load) => this.workspaces.find(version(), key, load),
      project: (key, load) => this.projects.find(version(), key, load),
    };
  }
}

/** Of a lookup that has read the version before anything else, or need not. */
const ignore = (): void => undefined;

/** An error after which nothing is written; of any other nobody knows. */
const isRefusal = (error: unknown): boolean => isDomainError(error) && error.code !== "UNAVAILABLE";
