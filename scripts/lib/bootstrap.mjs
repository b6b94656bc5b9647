import { spawn } from "node:child_process";
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { cleanEnvironment } from "./environment.mjs";
import { printFatal } from "./fatal.mjs";
import { ensureInstalled } from "./install.mjs";
import { help, readOptions } from "./options.mjs";
import { pinnedNode } from "./pinned-node.mjs";
import { checkDataDir, checkPort } from "./preflight.mjs";
import { root } from "./root.mjs";
import { stopSteps } from "./run-step.mjs";
import { onStopSignal, signalNumber } from "./signals.mjs";

/** Signals end the step that runs; once the launcher runs, they are its business. */
function relaySignals() {
  let launcher;
  onStopSignal((signal) => {
    if (launcher) return launcher.kill(signal);
    stopSteps(signal);
    process.exit(128 + signalNumber(signal));
  });
  return (child) => {
    launcher = child;
  };
}

/**
 * The launcher gets a session of its own: a Ctrl-C, which the terminal sends to this process and to npm alike,
 * reaches it once, by the relay. It also stops when this process vanishes, by the closed IPC channel.
 */
function launch(args) {
  const child = spawn(pinnedNode, [path.join(root, "scripts", "launch.mjs"), ...args], {
    cwd: root,
    env: cleanEnvironment({ INIT_CWD: process.env.INIT_CWD ?? process.cwd(), NODE_ENV: "production" }),
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.once("exit", (code, signal) => process.exit(signal ? 128 + signalNumber(signal) : (code ?? 1)));
  return child;
}

/** Checks, installs, builds and launches. Problems a first look can find come before the long steps. */
export async function bootstrap(args) {
  try {
    const options = readOptions(args);
    if (options.help) return console.log(help);
    const relayTo = relaySignals();
    await checkPort(options);
    await checkDataDir(options.dataDir);
    await ensureInstalled();
    await ensureBuilt(["generate", "build"]);
    relayTo(launch(args));
  } catch (error) {
    printFatal(error);
    process.exitCode = 1;
  }
}
