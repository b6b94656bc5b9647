import { accessVersion, type Store } from "@assay/db";
import type { AccessLookup, ProjectAccess, SessionAccess, TokenAccess, WorkspaceAccess } from "./access-lookup.ts";
import { CoalescedRead } from "./coalesced-read.ts";
import { VersionedCache } from "./versioned-cache.ts";

const MAX_ENTRIES = 10_000;

/**
 * What this process remembers of who may do what. Nothing is answered from it before the version of access has been
 * read anew, so a change that was committed before a question, by whichever process, is in the answer.
 */
export class AccessCache {
  private readonly versions: CoalescedRead<bigint>;
  private readonly tokens: VersionedCache<TokenAccess>;
  private readonly sessions: VersionedCache<SessionAccess>;
  private readonly workspaces: VersionedCache<WorkspaceAccess>;
  private readonly projects: VersionedCache<ProjectAccess>;

  constructor(db: Store) {
    this.versions = new CoalescedRead(() => accessVersion.read(db));
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

  private lookup(version: () => Promise<bigint>): AccessLookup {
    return {
      token: (key, load) => this.tokens.find(version(), key, load),
      session: (key, load) => this.sessions.find(version(), key, load),
      workspace: (key, load) => this.workspaces.find(version(), key, load),
      project: (key, load) => this.projects.find(version(), key, load),
    };
  }
}
