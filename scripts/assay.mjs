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

  npm run assay -- import mlflow <source> --project <workspace>/<project> [options]
                       brings what an MLflow server or store has; again, it brings what is new

  <source>             http(s)://server, sqlite:///file.db, postgresql://…, or an mlruns folder
  --artifacts <place>  the folder, or the server, that has the files of a database's runs
  --only <experiment>  only this one, by name or id; may be given several times
  --workspace <name>   of an MLflow server that has several
  --dry-run            read all of it but points and files, write nothing, and say what would come
  --report <folder>    where the report is written (imports in the data folder)
  --data-dir <path>    as above

Environment
  DATABASE_URL         use this PostgreSQL in place of the embedded one
  MLFLOW_TRACKING_TOKEN, MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD
                       how an MLflow server is asked
`;

const [area, command, ...args] = process.argv.slice(2);
try {
  if (area === "db" && command === "check") {
    const { dbCheck } = await import("./lib/db-check.mjs");
    process.exitCode = await dbCheck(args);
  } else if (area === "import" && command === "mlflow") {
    const { importFromMlflow } = await import("./lib/import-mlflow.mjs");
    process.exitCode = await importFromMlflow(args);
  } else {
    console.error(HELP);
    process.exitCode = area === undefined || area === "--help" ? 0 : 2;
  }
} catch (error) {
  printFatal(error);
  process.exitCode = 2;
}
