import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startNode } from "../support/child.ts";
import { createTestDatabase } from "../support/postgres.ts";
import { root } from "../support/repository.ts";

let directory: string;
let freePort: number;

async function listen(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "assay-launch-"));
  const probe = await listen();
  freePort = probe.port;
  await probe.close();
});

afterEach(() => rm(directory, { recursive: true, force: true }));

type Launch = { port?: number; dataDir?: string; databaseUrl?: string; more?: readonly string[] };

/** Launches with something wrong; returns the exit code and what it printed. */
async function launch({ port = freePort, dataDir = directory, databaseUrl = "", more = [] }: Launch) {
  const script = path.join(root, "scripts", "launch.mjs");
  const child = startNode({
    args: [script, "--port", String(port), "--data-dir", dataDir, ...more],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const { code } = await child.exited;
  return { code, lines: child.output().trim().split("\n") };
}

/** One line, a remedy in it, an exit code: no stack, no second line. */
async function expectRefusal(options: Launch, text: RegExp): Promise<void> {
  const { code, lines } = await launch(options);
  expect(lines).toEqual([expect.stringMatching(text)]);
  expect(code).toBe(1);
}

it("names another port when the port is taken", async () => {
  const other = await listen();
  await expectRefusal(
    { port: other.port },
    /^assay: Port \d+ on 127\.0\.0\.1 is taken\. Stop .* or choose another: npm start -- --port \d+$/,
  );
  await other.close();
});

it("names --data-dir when the data directory cannot be written", async () => {
  const file = path.join(directory, "a-file");
  await writeFile(file, "");
  await expectRefusal({ dataDir: file }, /^assay: The data directory .* is not writable .* --data-dir\.$/);
});

it.each([
  ["mysql://root@localhost/x", /^assay: DATABASE_URL is not a PostgreSQL address\. Write it as postgresql:/],
  [
    "postgresql://u:secret@127.0.0.1:1/x",
    /^assay: The PostgreSQL of DATABASE_URL \(127\.0\.0\.1:1\/x\) refuses connections\. Start it/,
  ],
  ["postgresql://u:secret@host.invalid/x", /^assay: .*host name that cannot be found\. Correct the host\.$/],
])("says what is wrong with DATABASE_URL=%s", async (databaseUrl, text) => {
  await expectRefusal({ databaseUrl }, text);
});

it("tells a wrong password from a missing database", async () => {
  const database = await createTestDatabase();
  const change = (part: object) => Object.assign(new URL(database.url), part).href;
  await expectRefusal(
    { databaseUrl: change({ password: "guess" }) },
    /does not accept user "assay" with this password/,
  );
  await expectRefusal(
    { databaseUrl: change({ pathname: "/absent" }) },
    /has no database "absent"\. Create it: createdb absent$/,
  );
  await database.drop();
});

it("refuses a database that is newer than the code", async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const insert = `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at)
    values ('x', 'x', '29990101000000_from_the_future', now(), now())`;
  await client.query(insert).finally(() => client.end());
  await expectRefusal(
    { databaseUrl: database.url },
    /^assay: The database is newer than the code: .*29990101000000_from_the_future.* Start the newer release/,
  );
  await database.drop();
});

it("refuses an unknown option and points to the help", async () => {
  await expectRefusal({ more: ["--prot", "1"] }, /^assay: Unknown option '--prot'\. See: npm start -- --help$/);
});
