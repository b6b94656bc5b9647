import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

const command = process.platform === "win32" ? "npx.cmd" : "npx";

/** A call of the pnpm that the root manifest pins. npx brings it. */
export function pnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return { command, args: ["-y", packageManager, ...args] };
}

/** A call of turbo, which wants a pnpm on its path: inside `pnpm exec` it finds one. */
export const turbo = (args) => pnpm(["exec", "turbo", ...args]);
