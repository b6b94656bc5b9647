import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { openHouse } from "../../apps/server/src/compose/house.ts";
import { readS3Settings } from "../../packages/blobs/src/index.ts";
import { findRunningPostgres } from "../../packages/db/src/embedded/index.ts";
import { importMlflow, openSource, reportMarkdown, surveySource } from "../../packages/importer/src/index.ts";
import { enterProject } from "../../packages/services/src/index.ts";
import { openDatabase } from "./database.mjs";
import { Fatal } from "./fatal.mjs";
import { root } from "./root.mjs";

const OPTIONS = {
  project: { type: "string" },
  artifacts: { type: "string" },
  workspace: { type: "string" },
  only: { type: "string", multiple: true },
  report: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  "data-dir": { type: "string" },
};
const PROGRESS_MS = 2_000;
const NO_LIMITS = { requestsPerSecond: 0, pointsPerSecond: 0 };

const typedIn = () => process.env.INIT_CWD ?? process.cwd();
const isAddress = (text) => /^([a-z]+\+)?[a-z]+:/i.test(text);
const fromHere = (text) => (isAddress(text) ? text : path.resolve(typedIn(), text));

function parse(args) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [source, ...others] = positionals;
    if (source === undefined || others.length > 0) throw new Error("Name one source: an address or a folder");
    const [, workspace, project] = /^([^/]+)\/([^/]+)$/.exec(values.project ?? "") ?? [];
    if (project === undefined) throw new Error("Say where to: --project <workspace>/<project>");
    return { ...values, source: absolute(source), place: { workspace, project } };
  } catch (error) {
    throw new Fatal(`${error.message.split(". ")[0]}. See: npm run assay -- --help`);
  }
}

/** A relative path counts from where the command was typed, also within `sqlite:///`. */
function absolute(source) {
  const [, scheme, file] = /^(sqlite(?:\+\w+)?:\/\/\/)(.+)$/i.exec(source) ?? [];
  return file === undefined ? fromHere(source) : scheme + path.resolve(typedIn(), file);
}

/** As MLflow's own clients are told. */
function authorization({
  MLFLOW_TRACKING_TOKEN: token,
  MLFLOW_TRACKING_USERNAME: user,
  MLFLOW_TRACKING_PASSWORD: password,
}) {
  if (user && password) return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  return token ? `Bearer ${token}` : undefined;
}

/** Where the server keeps its files, by the same variables. */
function s3Settings() {
  try {
    return readS3Settings(process.env);
  } catch (error) {
    throw new Fatal(error.message);
  }
}

/** The database of a running Assay, or the one it would use, brought up to date. */
async function openOwnDatabase(dataDir) {
  const running = process.env.DATABASE_URL ? null : await findRunningPostgres(dataDir);
  if (running) return { url: running, stop: async () => undefined };
  const log = { file: "", write: (line, options) => (options?.isShown ? console.error(line) : undefined) };
  const onLost = (error) => {
    console.error(error.message);
    process.exit(2);
  };
  return openDatabase({ dataDir, log, onLost });
}

const quietly = {
  info: () => undefined,
  warn: (fields, message) => console.error(message, fields),
  error: (fields, message) => console.error(message, fields),
};

function createTeller() {
  const startedAt = Date.now();
  let saidAt = startedAt;
  return (counts) => {
    if (Date.now() - saidAt < PROGRESS_MS) return;
    saidAt = Date.now();
    const seconds = (saidAt - startedAt) / 1_000;
    const parts = [...counts].map(([what, count]) => `${count.toLocaleString("en")} ${what}`);
    const points = counts.get("metric points") ?? 0;
    console.error(
      `${parts.join(", ")} in ${seconds.toFixed(0)} s (${Math.round(points / seconds).toLocaleString("en")} points/s)`,
    );
  };
}

async function writeReport(folder, report) {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `mlflow-${new Date(report.finishedAtMs).toISOString().replaceAll(/[:.]/g, "-")}`);
  await writeFile(`${file}.md`, reportMarkdown(report));
  await writeFile(`${file}.json`, `${JSON.stringify(report, null, 2)}\n`);
  console.error(`The report is in ${file}.md and .json`);
}

async function importInto(options, source, signal) {
  const dataDir = path.resolve(typedIn(), options["data-dir"] ?? path.join(root, ".data"));
  const s3 = s3Settings();
  const database = await openOwnDatabase(dataDir);
  try {
    const house = await openHouse({ databaseUrl: database.url, dataDir, s3, rateLimits: NO_LIMITS, log: quietly });
    try {
      const entered = await enterProject({
        ctx: house.contextFor({ kind: "system", name: "import" }),
        input: options.place,
      });
      const ctx = { ...entered, signal };
      const report = await importMlflow({ ctx, source, only: options.only, onProgress: createTeller() });
      await writeReport(options.report ? fromHere(options.report) : path.join(dataDir, "imports"), report);
      return report;
    } finally {
      await house.close();
    }
  } finally {
    await database.stop();
  }
}

/** Imports and answers the exit code: 0 when all of it came, 1 when something could not. The report goes to stdout. */
export async function importFromMlflow(args) {
  const options = parse(args);
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort(new Fatal("Interrupted. The same command goes on from here.")));
  const { signal } = interrupted;
  const source = await openSource({
    address: options.source,
    artifacts: options.artifacts === undefined ? undefined : fromHere(options.artifacts),
    authorization: authorization(process.env),
    workspace: options.workspace,
    signal,
  });
  try {
    const report = options["dry-run"]
      ? await surveySource({ source, only: options.only, onProgress: createTeller() })
      : await importInto(options, source, signal);
    console.log(reportMarkdown(report));
    return report.missing.length === 0 ? 0 : 1;
  } finally {
    await source.close();
  }
}
