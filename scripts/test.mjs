#!/usr/bin/env node
// npm test: every check there is, each step even when an earlier one failed, and plain counts at the end.
if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(`assay: Node ${process.versions.node} is too old to start from. Install Node 20 or newer.`);
  process.exit(1);
}
const { runTests } = await import("./lib/test-run.mjs");
await runTests(process.argv.slice(2));
