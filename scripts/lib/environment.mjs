import path from "node:path";
import { root } from "./root.mjs";

/** What an outer `npm` passes on that still makes sense to the tools inside: where packages come from and how to get there. */
const KEPT =
  /^npm_config_(registry|cache|userconfig|proxy|https_proxy|noproxy|ca|cafile|strict_ssl|fetch_.*|_.*|\/\/.*|@.*)$/;

/** Nothing that runs here may phone home. */
const QUIET = {
  NEXT_TELEMETRY_DISABLED: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  CHECKPOINT_DISABLE: "1",
};

/** npx brings the pinned pnpm: it need not look for itself in the lockfile, which it would want to change. */
const PNPM = { pnpm_config_pm_on_fail: "ignore" };

/**
 * The environment for tools and services: the caller's, without what npm adds for its own scripts,
 * and with the installed programs (Node 24 among them) first on the path.
 */
export function cleanEnvironment(extra = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => {
    if (name === "INIT_CWD" || name === "NODE_ENV") return false;
    return !name.startsWith("npm_") || KEPT.test(name);
  });
  const bin = path.join(root, "node_modules", ".bin");
  const searchPath = [bin, ...(process.env.PATH ?? "").split(path.delimiter).filter((entry) => entry !== bin)];
  return { ...Object.fromEntries(inherited), ...QUIET, ...PNPM, PATH: searchPath.join(path.delimiter), ...extra };
}
