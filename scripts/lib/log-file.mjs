import { createWriteStream, existsSync, renameSync, statSync } from "node:fs";

const KEEP_BYTES = 20 * 1024 * 1024;
const WARNING = 40; // pino's number

function summary(line) {
  if (!line.startsWith("{")) return undefined;
  try {
    const { level, msg, err } = JSON.parse(line);
    if (typeof level !== "number") return undefined;
    return { isShown: level >= WARNING, text: [msg, err?.message].filter(Boolean).join(": ") };
  } catch {
    return undefined;
  }
}

/**
 * A log file of one service. Everything goes to the file; warnings, errors and whatever a service writes
 * to its error stream also go to the terminal, short and with its name.
 */
export function openLog({ file, name }) {
  if (existsSync(file) && statSync(file).size > KEEP_BYTES) renameSync(file, `${file}.1`);
  const stream = createWriteStream(file, { flags: "a", mode: 0o600 });
  stream.on("error", (error) => console.error(`assay: ${file} cannot be written: ${error.message}`));
  const write = (line, { isShown = false } = {}) => {
    if (line === "") return;
    stream.write(`${line}\n`);
    const entry = summary(line);
    if (entry ? entry.isShown : isShown) console.error(`${name}: ${entry?.text ?? line}`);
  };
  return { file, write };
}

/** Cuts a stream of output into lines. */
export function onLines(readable, onLine) {
  let rest = "";
  readable.setEncoding("utf8");
  readable.on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop();
    lines.forEach(onLine);
  });
  readable.on("end", () => onLine(rest));
}
