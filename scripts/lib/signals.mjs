import { constants } from "node:os";

/** The signals that ask for an orderly end. */
export const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

const PARENT_CHECK_MS = 500;

/** The number shells add to 128 for a program that a signal ended. */
export const signalNumber = (signal) => constants.signals[signal] ?? 0;

/** npm passes a SIGTERM on to its shell only, which dies without telling us: a lost parent counts as that signal. */
function watchParent(onLost) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onLost();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/** Calls the handler with each signal that asks this script to end, also when npm is asked in its place. */
export function onStopSignal(handler) {
  for (const signal of SIGNALS) process.on(signal, handler);
  watchParent(() => handler("SIGTERM"));
}
