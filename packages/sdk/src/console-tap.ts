import { StringDecoder } from "node:string_decoder";

export type ConsoleStream = "stdout" | "stderr";
export type ConsoleListener = (stream: ConsoleStream, text: string) => void;

const listeners = new Set<ConsoleListener>();
let release: (() => void) | null = null;
let isOwnWriting = false;

/**
 * Hears everything that the process prints, which goes to the terminal as ever. Returns how to stop listening.
 * The streams belong to the whole process, so one tap serves all listeners.
 */
export function tapConsole(listener: ConsoleListener): () => void {
  listeners.add(listener);
  release ??= tapBoth();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    release?.();
    release = null;
  };
}

/** Runs what may print a warning of our own; to listen to that too could go on for ever. */
export function unheard(work: () => void): void {
  isOwnWriting = true;
  try {
    work();
  } finally {
    isOwnWriting = false;
  }
}

function tapBoth(): () => void {
  const releases = [tap(process.stdout, "stdout"), tap(process.stderr, "stderr")];
  return () => {
    for (const one of releases) one();
  };
}

function tap(stream: NodeJS.WriteStream, name: ConsoleStream): () => void {
  const original = stream.write;
  const decoder = new StringDecoder("utf8");
  let isTapped = true;
  const tapped = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    if (isTapped && !isOwnWriting) tell(name, typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)));
    return Reflect.apply(original, stream, [chunk, ...rest]);
  };
  stream.write = tapped;
  return () => {
    isTapped = false;
    // Somebody may have wrapped it since; theirs then goes on through this one, which no longer listens.
    if (stream.write === tapped) stream.write = original;
  };
}

/** Whatever goes wrong here, the program's own output must not fail. */
function tell(stream: ConsoleStream, text: string): void {
  for (const listener of listeners) {
    try {
      listener(stream, text);
    } catch {
      listeners.delete(listener);
    }
  }
}
