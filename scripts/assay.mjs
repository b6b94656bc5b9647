#!/usr/bin/env node
// Commands for operators: npm run assay -- <command>. They work on the database itself, beside a running Assay or not.
import { printFatal } from "./lib/fatal.mjs";
import { reexecUnderPinnedNode } from "./lib/pinned-node.mjs";

await reexecUnderPinnedNode(import.meta.filename ?? process.argv[1]);

const HELP = `Commands for operators

  npm run assay -- db check [options]   reads every stored metric point and checks it

  --run <id>           only this run
  --project <slug>     only runs of this project
  --data-dir <path>    where Assay keeps its data (.data in this checkout)

Environment
  DATABASE_URL         use this PostgreSQL in place of the embedded one
`;

const [area, command, ...args] = process.argv.slice(2);
try {
  if (area === "db" && command === "check") {
    const { dbCheck } = await import("./lib/db-check.mjs");
    process.exitCode = await dbCheck(args);
  } else {
    console.error(HELP);
    process.exitCode = area === undefined || area === "--help" ? 0 : 2;
  }
} catch (error) {
  printFatal(error);
  process.exitCode = 2;
}
