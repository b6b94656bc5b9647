import path from "node:path";
import { parseArgs } from "node:util";
import { checkMetrics, findingLine } from "../../packages/db/src/check/index.ts";
import { findRunningPostgres, startEmbeddedPostgres } from "../../packages/db/src/embedded/index.ts";
import { Fatal } from "./fatal.mjs";
import { root } from "./root.mjs";

const OPTIONS = { run: { type: "string" }, project: { type: "string" }, "data-dir": { type: "string" } };
const PROGRESS_MS = 2_000;

function parse(args) {
  try {
    const { values } = parseArgs({ args, options: OPTIONS, allowPositionals: false });
    const run = values.run?.replaceAll("-", "").toLowerCase();
    if (run !== undefined && !/^[0-9a-f]{32}$/.test(run)) throw new Error(`--run ${values.run} is not the id of a run`);
    return { ...values, run };
  } catch (error) {
    throw new Fatal(`${error.message.split(". ")[0]}. See: npm run assay -- --help`);
  }
}

/** The database of a running Assay, or the embedded one started for as long as it takes. */
async function openDatabase(dataDir) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => undefined };
  const running = await findRunningPostgres(dataDir);
  if (running) return { url: running, stop: async () => undefined };
  const postgres = await startEmbeddedPostgres({ dataDir });
  return { url: postgres.url, stop: postgres.stop };
}

const summary = ({ runs, chunks, frames, points }) =>
  `${runs} runs, ${chunks} chunks with ${points} points, ${frames} frames`;

/** Checks and answers the exit code: 0 when all is well, 1 when something is not. Findings go to stdout. */
export async function dbCheck(args) {
  const options = parse(args);
  const dataDir = path.resolve(process.env.INIT_CWD ?? process.cwd(), options["data-dir"] ?? path.join(root, ".data"));
  const database = await openDatabase(dataDir);
  let saidAt = Date.now();
  try {
    const checked = await checkMetrics({
      url: database.url,
      runId: options.run,
      project: options.project,
      onFinding: (finding) => console.log(findingLine(finding)),
      onProgress: (sofar) => {
        if (Date.now() - saidAt < PROGRESS_MS) return;
        saidAt = Date.now();
        console.error(`checked ${summary(sofar)} so far`);
      },
    });
    console.error(
      `Checked ${summary(checked)}: ${checked.findings === 0 ? "all is well" : `${checked.findings} findings`}.`,
    );
    return checked.findings === 0 ? 0 : 1;
  } finally {
    await database.stop();
  }
}
