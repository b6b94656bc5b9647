#!/usr/bin/env node
// npm start: brings a fresh clone to a running Assay. Runs on any Node from 20 on, before anything is installed.
if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(`assay: Node ${process.versions.node} is too old to start from. Install Node 20 or newer.`);
  process.exit(1);
}
const { bootstrap } = await import("./lib/bootstrap.mjs");
await bootstrap(process.argv.slice(2));
