import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { HELP, type Options, readOptions } from "./options.ts";
import { openPostgres } from "./postgres/server.ts";
import { runSuite } from "./run-suite.ts";
import { FULL, TINY } from "./sizes.ts";

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) console.log(HELP);
  else await measure(options);
}

// PostgreSQL and the processes under test are stopped when this one exits; a signal alone would leave them behind.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

async function measure({ suites, databaseUrl, out, isMarkdown, isTiny, ...options }: Options): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "assay-bench-"));
  // As root, PostgreSQL runs as another user, who must get in.
  await chmod(dataDir, 0o711);
  try {
    const postgres = await openPostgres(dataDir, databaseUrl);
    try {
      const bench = { ...options, postgres, dataDir, sizes: isTiny ? TINY : FULL };
      for (const suite of suites) await runSuite(suite, bench, { folder: out, isMarkdown });
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
