import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import { MortalPostgres } from "./mortal-postgres.ts";
import { killServices } from "./service-process.ts";

/** A PostgreSQL that a test may kill, and a directory for what works on it. */
export interface Mortal {
  postgres: MortalPostgres;
  directory: string;
}

/** Starts one anew for each test, and ends it afterwards with all services the test started. */
export function useMortalPostgres(): () => Mortal {
  let current: Mortal | undefined;
  beforeEach(async () => {
    const directory = await mkdtemp(path.join(tmpdir(), "assay-mortal-"));
    await chmod(directory, 0o711); // as root, PostgreSQL runs as another user, who must get in
    current = { directory, postgres: await MortalPostgres.start(path.join(directory, "postgres")) };
  });
  afterEach(async () => {
    await killServices();
    await current?.postgres.stop();
    if (current !== undefined) await rm(current.directory, { recursive: true, force: true });
  });
  return () => {
    if (current === undefined) throw new Error("there is no PostgreSQL before a test begins");
    return current;
  };
}
