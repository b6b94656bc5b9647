import { existsSync } from "node:fs";
import path from "node:path";
import { cleanEnvironment } from "./environment.mjs";
import { Fatal } from "./fatal.mjs";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { turbo } from "./pnpm.mjs";
import { root } from "./root.mjs";
import { runStep } from "./run-step.mjs";

const CONFIGURATION = ["pnpm-lock.yaml", "turbo.json", "tsconfig.base.json", "prisma.config.ts", "prisma/schema"];

/** What each task reads and the file that proves that its output is still there. */
const TASKS = {
  generate: {
    paths: [...CONFIGURATION, "packages/db/package.json"],
    proof: "packages/db/src/generated/prisma/client.ts",
  },
  build: { paths: [...CONFIGURATION, "apps/web", "packages"], proof: "apps/web/.next/BUILD_ID" },
};

const isSource = (file) => !/\.(test|spec)\.tsx?$|next-env\.d\.ts$|\.tsbuildinfo$/.test(file);

/** Runs the named tasks ("generate", "build") through turbo, or not at all when nothing they read has changed. */
export async function ensureBuilt(names) {
  const tasks = names.map((name) => ({ name, ...TASKS[name] }));
  const wanted = () =>
    tasks.map(({ name, paths }) => ({ name, value: fingerprint({ paths, accept: isSource, salt: root }) }));
  const before = wanted();
  const isCurrent =
    tasks.every(({ proof }) => existsSync(path.join(root, proof))) &&
    before.every(({ name, value }) => isStamped(name, value));
  if (isCurrent) return;
  console.log(
    names.includes("build") ? "Building (about a minute the first time) …" : "Generating the database client …",
  );
  const isOk = await runStep({
    ...turbo(["run", ...names, "--output-logs=new-only"]),
    env: cleanEnvironment(),
  });
  if (!isOk) throw new Fatal("The build failed; the reason stands above.");
  for (const { name, value } of before) stamp(name, value);
}
