import { spawn } from "node:child_process";
import path from "node:path";
import { onLines } from "./log-file.mjs";
import { root } from "./root.mjs";

/** Trains the small example against the running server. Its failure is reported and harms nothing else. */
export function runDemo({ ready, env }) {
  const token = process.env.ASSAY_TOKEN ?? ready.tracking?.token;
  if (!token) {
    console.error(
      "demo: needs an API token. Create one under Settings and start with ASSAY_TOKEN=… npm start -- --demo",
    );
    return { stop: async () => undefined };
  }
  console.log("demo: training a small classifier …");
  const script = path.join(root, "examples", "typescript", "src", "main.ts");
  const child = spawn(process.execPath, [script], {
    cwd: path.join(root, "examples", "typescript"),
    env: { ...env, DATABASE_URL: "", ASSAY_URL: ready.url, ASSAY_TOKEN: token },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) onLines(stream, (line) => line && console.log(`demo: ${line}`));
  let isStopping = false;
  const exited = new Promise((resolve) => {
    child.once("error", resolve);
    child.once("exit", (code) => {
      if (code !== 0 && !isStopping)
        console.error("demo: did not finish; the reason stands above. Assay itself goes on.");
      resolve();
    });
  });
  return {
    async stop() {
      isStopping = true;
      child.kill("SIGTERM");
      await exited;
    },
  };
}
