import { fork } from "node:child_process";
import path from "node:path";
import { Fatal } from "./fatal.mjs";
import { onLines } from "./log-file.mjs";
import { root } from "./root.mjs";

const FIRST_DELAY_MS = 500;
const MAX_RESTARTS = 5;
/** A service that ran this long was healthy: its next crash starts a new count. */
const HEALTHY_MS = 60_000;
const STOP_MS = 30_000;

const howItEnded = (code, signal) => (signal ? `signal ${signal}` : `exit code ${code}`);

/** Starts one service; `ready` settles by its first message, `exited` always resolves. */
function start({ name, env, log }) {
  // A group of its own: Ctrl-C must not stop it before its turn.
  const child = fork(path.join(root, "apps", name, "src", "main.ts"), [], {
    cwd: root,
    env,
    detached: true,
    // Prisma sends the queries of one include together; node-postgres warns of it once a process, to no one's use.
    execArgv: ["--disable-warning=DeprecationWarning"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let lastWords = "";
  onLines(child.stdout, (line) => log.write(line));
  onLines(child.stderr, (line) => {
    if (/^\w*Error\b/.test(line)) lastWords = line;
    log.write(line, { isShown: true });
  });
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(howItEnded(code, signal)));
  });
  const ready = new Promise((resolve, reject) => {
    child.on("message", (message) => {
      if (message?.kind === "ready") resolve(message);
      if (message?.kind !== "failed") return;
      log.write(message.message);
      reject(new Fatal(message.message));
    });
    void exited.then((how) =>
      reject(new Fatal(`The ${name} ended before it was ready (${lastWords || how}). See ${log.file}`)),
    );
  });
  ready.catch(() => undefined); // a restart does not wait for it
  return { child, ready, exited };
}

async function stopChild({ child, exited }, force) {
  const kill = () => child.kill("SIGKILL");
  const timer = setTimeout(kill, STOP_MS);
  force.addEventListener("abort", kill);
  child.kill(force.aborted ? "SIGKILL" : "SIGTERM");
  await exited;
  clearTimeout(timer);
  force.removeEventListener("abort", kill);
}

/**
 * Keeps `apps/<name>` running. A crash is answered by a restart, later each time;
 * when that does not help, `onGivenUp` is told.
 */
export function supervise({ name, env, log, onGivenUp }) {
  let isStopping = false;
  let restarts = 0;
  let timer;
  let service = launch();

  function launch() {
    const startedAt = Date.now();
    const current = start({ name, env, log });
    void current.exited.then((how) => {
      if (isStopping || !firstReady) return;
      restarts = Date.now() - startedAt > HEALTHY_MS ? 1 : restarts + 1;
      if (restarts > MAX_RESTARTS) {
        return onGivenUp(
          new Fatal(`The ${name} keeps ending (${how}). See ${log.file}, mend the cause and start again.`),
        );
      }
      console.error(`${name}: ended unexpectedly (${how}), restarting`);
      timer = setTimeout(
        () => {
          service = launch();
        },
        FIRST_DELAY_MS * 2 ** (restarts - 1),
      );
    });
    return current;
  }

  let firstReady = false;
  const ready = service.ready.then((message) => {
    firstReady = true;
    return message;
  });

  return {
    ready,
    async stop({ force }) {
      isStopping = true;
      clearTimeout(timer);
      await stopChild(service, force);
    },
  };
}
