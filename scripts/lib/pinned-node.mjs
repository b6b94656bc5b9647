import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

/** The Node 24 that is installed as a package: the machine's own may be older. */
export const pinnedNode = path.join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");

/** Runs a script again under the pinned Node unless it already does; then never returns. */
export function reexecUnderPinnedNode(script) {
  if (Number.parseInt(process.versions.node, 10) >= 24) return;
  if (!existsSync(pinnedNode)) {
    console.error("Node 24 is not installed here yet. Run: npx -y pnpm@12.21.0 install");
    process.exit(1);
  }
  const result = spawnSync(pinnedNode, [script, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(result.status ?? 1);
}
