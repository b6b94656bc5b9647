import { turbo } from "./pnpm.mjs";

/** The checks that are not tests; each counts as one. */
export const CHECKS = [
  { name: "lint", command: "biome", args: ["ci", "."] },
  { name: "boundaries", ...turbo(["boundaries"]) },
  { name: "typecheck", ...turbo(["run", "typecheck", "--continue", "--output-logs=errors-only"]) },
  { name: "build", ...turbo(["run", "build", "--output-logs=errors-only"]) },
];

/** The vitest projects, in the order they run. */
export const PROJECTS = ["unit", "architecture", "types", "integration", "security", "conformance", "faults", "e2e"];

/** These start the built web pages, so they pull the build in when they are asked for alone. */
export const NEED_BUILD = new Set(["faults", "e2e", "conformance", "security"]);
