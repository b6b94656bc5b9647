import { type ChildProcess, spawn } from "node:child_process";
import { EmbeddedPostgresError } from "./errors.ts";
import { freePort } from "./free-port.ts";
import type { Native } from "./native.ts";
import type { Placement } from "./placement.ts";
import { SERVER_ENVIRONMENT } from "./server-environment.ts";
import { type Durability, serverArguments } from "./settings.ts";

type Launch = { native: Native; placement: Placement; durability: Durability; onLog: (line: string) => void };

/** How the server ended; exactly one of the two is set. */
export type ServerExit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };
export type ServerProcess = {
  readonly pid: number;
  readonly port: number;
  readonly exited: Promise<ServerExit>;
  kill(signal: NodeJS.Signals): void;
};

const READY = "database system is ready to accept connections";
const PORT_ATTEMPTS = 5;
const LOG_TAIL_LENGTH = 20;

function spawnServer({ native, placement, durability }: Launch, port: number): ChildProcess {
  const args = ["-D", placement.pgData, ...serverArguments({ port, durability })];
  // A session of its own: Ctrl-C in the terminal must reach the launcher only, which stops the server last.
  return spawn(native.postgres, args, {
    ...placement.runAs,
    cwd: "/",
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Resolves when the server accepts connections, or with the last lines it wrote when it ended instead. */
function untilReady({
  child,
  onLog,
}: {
  child: ChildProcess;
  onLog: (line: string) => void;
}): Promise<string[] | "ready"> {
  return new Promise((resolve, reject) => {
    const tail: string[] = [];
    let rest = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        onLog(line);
        tail.push(line);
        if (tail.length > LOG_TAIL_LENGTH) tail.shift();
        if (line.includes(READY)) resolve("ready");
      }
    });
    child.once("error", reject);
    child.once("close", () => resolve(tail));
  });
}

const reason = (tail: readonly string[]) =>
  (tail.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? tail.at(-1) ?? "it wrote nothing").replace(
    /^.*?(FATAL|PANIC|ERROR):\s*/,
    "",
  );

/**
 * Starts the server on a free loopback port; another port is tried when somebody takes it in between.
 * @throws EmbeddedPostgresError with the server's own reason when it does not come up.
 */
export async function startServer(launch: Launch): Promise<ServerProcess> {
  let tail: string[] = [];
  for (let attempt = 0; attempt < PORT_ATTEMPTS; attempt += 1) {
    const port = await freePort();
    const child = spawnServer(launch, port);
    const exited = new Promise<ServerExit>((resolve) => {
      child.once("exit", (code, signal) => resolve({ code, signal }));
    });
    const outcome = await untilReady({ child, onLog: launch.onLog });
    if (outcome === "ready" && child.pid !== undefined) {
      return { pid: child.pid, port, exited, kill: (signal) => void child.kill(signal) };
    }
    tail = outcome === "ready" ? [] : outcome;
    if (!tail.some((line) => line.includes("could not bind"))) break;
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL did not start in ${launch.placement.location}: ${reason(tail)}. Mend that, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}
