import { existsSync } from "node:fs";
import { cleanEnvironment } from "./environment.mjs";
import { Fatal } from "./fatal.mjs";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { pinnedNode } from "./pinned-node.mjs";
import { pnpm } from "./pnpm.mjs";
import { root } from "./root.mjs";
import { runStep } from "./run-step.mjs";

const salt = `${process.platform} ${process.arch} ${root}`;

/** Installs the pinned packages, Node 24 among them, unless exactly these are there already. */
export async function ensureInstalled() {
  const wanted = fingerprint({ paths: ["pnpm-lock.yaml", "pnpm-workspace.yaml"], salt });
  if (isStamped("installed", wanted) && existsSync(pinnedNode)) return;
  console.log("Installing the pinned packages (a few minutes the first time) …");
  const isOk = await runStep({
    ...pnpm(["install", "--frozen-lockfile", "--config.confirmModulesPurge=false"]),
    env: cleanEnvironment(),
  });
  if (!isOk)
    throw new Fatal(
      "The packages could not be installed; the reason stands above. Mend it (network, disk, registry) and start again.",
    );
  stamp("installed", wanted);
}
