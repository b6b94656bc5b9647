#!/usr/bin/env node
// Starts the database, the server and the worker, and keeps them running. Needs Node 24 and a finished build.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { printBanner } from "./lib/banner.mjs";
import { openDatabase } from "./lib/database.mjs";
import { runDemo } from "./lib/demo.mjs";
import { printFatal } from "./lib/fatal.mjs";
import { openLog } from "./lib/log-file.mjs";
import { readOptions } from "./lib/options.mjs";
import { checkDataDir, checkPort } from "./lib/preflight.mjs";
import { createShutdown } from "./lib/shutdown.mjs";
import { supervise } from "./lib/supervise.mjs";

// The terminal may go away before we do; that must not end the shutdown half-way.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

const shutdown = createShutdown();

async function run() {
  const options = readOptions(process.argv.slice(2));
  const { host, port, dataDir, publicUrl } = options;
  await checkPort({ host, port });
  await checkDataDir(dataDir);
  const logDir = path.join(dataDir, "logs");
  await mkdir(logDir, { recursive: true });
  const log = (name) => openLog({ file: path.join(logDir, `${name}.log`), name });

  const database = await openDatabase({ dataDir, log: log("postgres"), onLost: shutdown.fail });
  shutdown.add(database.stop);
  if (shutdown.isStopping) return;

  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: database.url,
    HOST: host,
    PORT: String(port),
    ASSAY_DATA_DIR: dataDir,
    ASSAY_PUBLIC_URL: publicUrl,
    // Compiled modules are kept, so that later starts need not strip and compile them again.
    NODE_COMPILE_CACHE: path.join(dataDir, "compile-cache"),
  };
  const start = (name) => supervise({ name, env, log: log(name), onGivenUp: shutdown.fail });
  // Stopped in reverse: the server first, then the worker drains, the database last.
  const worker = start("worker");
  shutdown.add(worker.stop);
  const server = start("server");
  shutdown.add(server.stop);
  const [ready] = await Promise.all([server.ready, worker.ready]);
  if (shutdown.isStopping) return;
  printBanner({ ready, logDir, location: database.location });
  if (options.demo) shutdown.add(runDemo({ ready, env }).stop);
}

run().catch((error) => {
  if (shutdown.isStopping) return;
  printFatal(error);
  void shutdown.end(1);
});
