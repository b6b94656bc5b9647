#!/usr/bin/env node
// npm run bench: measures what the product claims, against a real peer where one is installed.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { cleanEnvironment } from "./lib/environment.mjs";
import { printFatal } from "./lib/fatal.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { pinnedNode } from "./lib/pinned-node.mjs";
import { root } from "./lib/root.mjs";

try {
  await ensureInstalled();
  await ensureBuilt(["generate"]);
  const main = path.join(root, "bench", "src", "main.ts");
  const child = spawn(pinnedNode, [main, ...process.argv.slice(2)], {
    cwd: root,
    env: cleanEnvironment(),
    stdio: "inherit",
  });
  child.once("exit", (code) => process.exit(code ?? 1));
} catch (error) {
  printFatal(error);
  process.exitCode = 1;
}
