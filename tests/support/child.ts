import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A program under test: what it wrote so far, and how it ended. */
export type Child = {
  readonly process: ChildProcess;
  output(): string;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

type Start = { args: readonly string[]; env?: NodeJS.ProcessEnv; cwd?: string; detached?: boolean };

/** Runs Node with a script, collecting both of its output streams. */
export function startNode({ args, env = process.env, cwd = process.cwd(), detached = false }: Start): Child {
  const child = spawn(process.execPath, [...args], { env, cwd, detached, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const collect = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const exited = once(child, "close").then(() => ({ code: child.exitCode, signal: child.signalCode }));
  return { process: child, output: () => text, exited };
}
