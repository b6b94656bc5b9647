import { spawn } from "node:child_process";
import { root } from "./root.mjs";

/** The steps that run right now, to be ended together with the script. */
const running = new Set();

/** Ends every running step, with the programs each of them started. */
export function stopSteps(signal) {
  for (const child of running) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      child.kill(signal);
    }
  }
}

/**
 * Runs a command in the root of the checkout with its output on this terminal.
 * @returns whether it succeeded; a signal counts as failure.
 */
export function runStep({ command, args, env, onLine }) {
  return new Promise((resolve) => {
    // A group of its own, so that one signal reaches all that it starts.
    const child = spawn(command, args, {
      cwd: root,
      env,
      detached: true,
      stdio: ["ignore", onLine ? "pipe" : "inherit", "inherit"],
    });
    running.add(child);
    if (onLine) {
      let rest = "";
      child.stdout.on("data", (chunk) => {
        process.stdout.write(chunk);
        const lines = (rest + chunk).split("\n");
        rest = lines.pop();
        lines.forEach(onLine);
      });
    }
    const end = (isOk) => {
      running.delete(child);
      resolve(isOk);
    };
    child.once("error", (error) => {
      console.error(`${command} cannot be started: ${error.message}`);
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}
