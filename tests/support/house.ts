import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createCaller, type LiveHub } from "@assay/api";
import type { S3Settings } from "@assay/blobs";
import {
  type Actor,
  ProjectId,
  type Role,
  type TokenScope,
  type UserActor,
  UserId,
  WorkspaceId,
} from "@assay/contract";
import { projects, users, workspaces } from "@assay/db";
import type { Outbound } from "@assay/outbound";
import { Assay, type AssayOptions } from "@assay/sdk";
import { type RunningServer, type ServerOptions, startServer } from "@assay/server";
import { createProject, createToken, enterWorkspace, randomIds, type ServiceContext } from "@assay/services";
import { startWorker } from "@assay/worker";
import pg from "pg";
import { afterAll, afterEach, beforeAll } from "vitest";
import { createTestDatabase, type TestDatabase } from "./postgres.ts";
import { TestLog } from "./test-log.ts";

export type Caller = ReturnType<typeof createCaller>;

/** How a house differs from the usual one. */
export interface HouseSettings {
  rateLimits?: ServerOptions["rateLimits"];
  metricsToken?: string;
  hotLimitBytes?: number;
  /** How its server and worker reach webhooks. */
  outbound?: Outbound;
  /** The bucket its files are kept in. */
  s3?: S3Settings;
}

export interface TokenOptions {
  workspace?: string;
  scopes?: TokenScope[];
  /** Limits the token to this project. */
  project?: string;
  defaultProject?: string;
  expiresInDays?: number;
}

/** A hub in which nothing ever happens: callers in process ask for permission only. */
const quietHub: LiveHub = {
  async *subscribe() {},
};

/** A server on a port of its own with a database of its own, and the people and tokens a test needs. */
export class TestHouse {
  readonly server: RunningServer;
  readonly log: TestLog;
  readonly databaseUrl: string;
  readonly dataDir: string;
  private readonly settings: HouseSettings;
  private readonly pool: pg.Pool;
  private readonly closers: (() => Promise<void>)[] = [];

  private constructor(
    server: RunningServer,
    log: TestLog,
    database: TestDatabase,
    dataDir: string,
    settings: HouseSettings,
  ) {
    this.server = server;
    this.settings = settings;
    this.log = log;
    this.databaseUrl = database.url;
    this.dataDir = dataDir;
    this.pool = new pg.Pool({ connectionString: database.url, max: 4 });
    // Its last connections may still be closing while the database is dropped under them.
    this.pool.on("error", () => undefined);
    this.pool.on("connect", (client) => client.on("error", () => undefined));
  }

  static async open(settings: HouseSettings = {}): Promise<TestHouse> {
    const database = await createTestDatabase();
    const dataDir = await mkdtemp(path.join(tmpdir(), "assay-house-"));
    await chmod(dataDir, 0o700);
    const log = new TestLog();
    const options = {
      databaseUrl: database.url,
      dataDir,
      host: "127.0.0.1",
      port: 0,
      isApiOnly: true,
      ...settings,
      log,
    };
    const server = await startServer(options);
    const house = new TestHouse(server, log, database, dataDir, settings);
    house.closers.push(
      () => rm(dataDir, { recursive: true, force: true }),
      () => database.drop(),
      () => house.pool.end(),
      // Whatever was logged in the end, before the database is taken away under connections that take their leave.
      async () => log.refuseErrors(),
      () => server.close(),
    );
    return house;
  }

  get url(): string {
    return this.server.url;
  }

  /** The token that the first start made: an editor of the first workspace without admin scope. */
  get token(): string {
    return this.server.tracking?.token ?? "";
  }

  /** Reads the database behind everybody's back. */
  async sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(text, values);
    return rows;
  }

  /** A connection of the test's own, for locks; ended with the house. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    client.on("error", () => undefined);
    this.closers.push(() => client.end());
    return client;
  }

  client(options: AssayOptions = {}): Assay {
    return new Assay({ url: this.url, token: this.token, ...options });
  }

  context(actor: Actor = { kind: "system", name: "test" }): ServiceContext {
    return this.server.house.contextFor(actor);
  }

  /** Calls procedures in process as somebody. */
  caller(actor: Actor): Caller {
    return createCaller({ services: this.context(actor), live: quietHub });
  }

  /** Sends an HTTP request to a path, with a token unless null is given. */
  fetch(target: string, init: RequestInit = {}, token: string | null = this.token): Promise<Response> {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set("authorization", `Bearer ${token}`);
    return fetch(this.url + target, { ...init, headers });
  }

  /** Makes a person; with a role, a member of the workspace. */
  async person(name: string, role?: Role, workspace = "team"): Promise<UserActor> {
    const userId = UserId.parse(randomIds.uuid());
    const email = `${name}-${userId.slice(-6)}@example.org`;
    const { db } = this.server.house;
    await users.create(db, { id: userId, email, name, passwordHash: null });
    if (role !== undefined) {
      const { workspace: entered } = await enterWorkspace({ ctx: this.context(), input: { workspace } });
      await workspaces.addMember(db, entered.id, userId, role);
    }
    return { kind: "user", userId, sessionId: "", email, name };
  }

  /** Makes a workspace with one project in it. */
  async workspace(slug: string, project = "main"): Promise<void> {
    const id = WorkspaceId.parse(randomIds.uuid());
    await workspaces.create(this.server.house.db, { id, slug, name: slug });
    await this.project(project, { workspace: slug });
  }

  async project(
    slug: string,
    { workspace = "team", visibility = "workspace" as "workspace" | "private", owner }: ProjectOptions = {},
  ): Promise<ProjectId> {
    const ctx = await enterWorkspace({ ctx: this.context(owner), input: { workspace } });
    const made = await createProject({ ctx, input: { workspace, slug, name: slug, description: "", visibility } });
    return ProjectId.parse(made.id);
  }

  async grant(projectId: ProjectId, actor: UserActor, role: Role): Promise<void> {
    await projects.grantRole(this.server.house.db, projectId, actor.userId, role);
  }

  /** An API token of somebody, through the verb the settings page uses. */
  async tokenOf(owner: UserActor, options: TokenOptions = {}): Promise<string> {
    const { workspace = "team", scopes = ["read", "ingest", "registry"], expiresInDays = 1, project } = options;
    const ctx = await enterWorkspace({ ctx: this.context(owner), input: { workspace } });
    const shown = project === undefined ? { defaultProject: options.defaultProject ?? "main" } : { project };
    const input = { workspace, name: "test", scopes, expiresInDays, ...shown };
    return (await createToken({ ctx, input })).secret;
  }

  /** Starts a worker on this house; it ends with the house. */
  async startWorker(): Promise<void> {
    const { databaseUrl, dataDir, log } = this;
    const { outbound, s3 } = this.settings;
    const worker = await startWorker({ databaseUrl, dataDir, outbound, s3, log });
    this.closers.push(() => worker.close());
  }

  /** Something a test opened on this house, to be ended before it. */
  beforeClose(close: () => Promise<void>): void {
    this.closers.push(close);
  }

  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.closers.splice(0).reverse()) await close().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }
}

interface ProjectOptions {
  workspace?: string;
  visibility?: "workspace" | "private";
  owner?: UserActor;
}

/** Opens a house for a test file and closes it after; an error in its log fails the test in which it was logged. */
export function useHouse({
  hasWorker = false,
  ...settings
}: { hasWorker?: boolean } & HouseSettings = {}): () => TestHouse {
  let house: TestHouse | undefined;
  beforeAll(async () => {
    house = await TestHouse.open(settings);
    if (hasWorker) await house.startWorker();
  });
  afterEach(() => house?.log.refuseErrors());
  afterAll(() => house?.close());
  return () => {
    if (house === undefined) throw new Error("the house opens before the first test");
    return house;
  };
}
