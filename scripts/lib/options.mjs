import path from "node:path";
import { parseArgs } from "node:util";
import { Fatal } from "./fatal.mjs";
import { root } from "./root.mjs";

export const help = `Assay: experiment tracking and a model registry.

  npm start -- [options]

  --port <number>      port for the web pages and the API       (3000)
  --host <address>     address to listen on                     (127.0.0.1: this machine only)
  --data-dir <path>    where the database, artifacts and logs are kept  (.data in this checkout)
  --demo               train a small model once it runs, so that there is something to see
  --help               this text

Environment
  DATABASE_URL         use this PostgreSQL (15 or newer) in place of the embedded one
  ASSAY_PUBLIC_URL     the address people reach it by, when a proxy stands in front
`;

const OPTIONS = {
  port: { type: "string", default: "3000" },
  host: { type: "string", default: "127.0.0.1" },
  "data-dir": { type: "string" },
  demo: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
};

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new Fatal(`${error.message.split(". ")[0]}. See: npm start -- --help`);
  }
}

const EVERY_ADDRESS = new Set(["0.0.0.0", "::"]);

function publicUrl({ host, port }) {
  if (process.env.ASSAY_PUBLIC_URL) return process.env.ASSAY_PUBLIC_URL.replace(/\/+$/, "");
  const name = EVERY_ADDRESS.has(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Reads the command line; a relative data directory counts from where the command was typed. */
export function readOptions(args) {
  const values = parse(args);
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65535) {
    throw new Fatal(`--port ${values.port} is not a port. Choose a number from 1 to 65535.`);
  }
  const typedIn = process.env.INIT_CWD ?? process.cwd();
  const dataDir = values["data-dir"] ? path.resolve(typedIn, values["data-dir"]) : path.join(root, ".data");
  const { host, demo } = values;
  return { port, host, dataDir, demo, help: values.help, publicUrl: publicUrl({ host, port }) };
}
