import { printFatal } from "./fatal.mjs";
import { SIGNALS, signalNumber } from "./signals.mjs";

/** One Ctrl-C can arrive twice (from the terminal and relayed); only a later one means impatience. */
const SAME_KEY_PRESS_MS = 750;

/**
 * Ends the launcher in order. Steps added later are stopped earlier; a second signal forces them,
 * a third one leaves at once.
 */
export function createShutdown() {
  const stops = [];
  const force = new AbortController();
  let askedAt = 0;
  let isStopping = false;

  async function end(code) {
    if (isStopping) return;
    isStopping = true;
    let failed = false;
    while (stops.length > 0) {
      await stops
        .pop()({ force: force.signal })
        .catch((error) => {
          failed = true;
          printFatal(error);
        });
    }
    process.exit(failed && code === 0 ? 1 : code);
  }

  function asked(signal) {
    const now = Date.now();
    if (isStopping && now - askedAt < SAME_KEY_PRESS_MS) return;
    askedAt = now;
    if (force.signal.aborted) process.exit(128 + signalNumber(signal));
    if (!isStopping) {
      console.log("\nStopping …");
      return end(0);
    }
    console.log("Stopping at once …");
    force.abort();
  }

  for (const signal of SIGNALS) process.on(signal, () => asked(signal));
  // The process that started us is gone: nobody is left to stop us later.
  if (process.channel) process.once("disconnect", () => end(0));

  return {
    get isStopping() {
      return isStopping;
    },
    end,
    /** Registers what must be stopped; when the end has already begun, it is stopped with the rest. */
    add: (stop) => void stops.push(stop),
    /** Ends with a one-line reason. */
    fail(error) {
      if (isStopping) return;
      printFatal(error);
      void end(1);
    },
  };
}
