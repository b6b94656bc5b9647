import path from "node:path";
import { parseArgs } from "node:util";
import { SUITES } from "./suites/index.ts";

export const HELP = `npm run bench -- <suite> … | all

Suites: ${Object.keys(SUITES).join(", ")}

  --peer <python>       a Python with mlflow and psycopg2, as the conformance tests have: a real \`mlflow server\` is measured too;
                        ASSAY_BENCH_PYTHON says the same
  --seconds <number>    how long each cell of a load is measured (default 3)
  --passes <number>     how often each cell is measured, interleaved; medians are reported (default 3)
  --database-url <url>  an existing PostgreSQL whose user may create databases and checkpoint, instead of one started for the purpose
  --out <folder>        where reports go (default bench/results)
  --markdown            prints tables as Markdown
  --tiny                tiny sizes: shows that a suite works, says nothing about speed`;

export interface Options {
  suites: string[];
  python: string | undefined;
  seconds: number;
  passes: number;
  databaseUrl: string | undefined;
  out: string;
  isMarkdown: boolean;
  isTiny: boolean;
}

/** Reads the command line; null when there is nothing to run but help to print. Throws a sentence on what is wrong. */
export function readOptions(args: string[]): Options | null {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      peer: { type: "string" },
      seconds: { type: "string" },
      passes: { type: "string" },
      "database-url": { type: "string" },
      out: { type: "string", default: path.resolve(import.meta.dirname, "../results") },
      markdown: { type: "boolean", default: false },
      tiny: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || positionals.length === 0) return null;
  const unknown = positionals.find((name) => name !== "all" && !Object.hasOwn(SUITES, name));
  if (unknown !== undefined) throw new Error(`There is no suite ${unknown}.\n\n${HELP}`);
  return {
    suites: positionals.includes("all") ? Object.keys(SUITES) : positionals,
    python: values.peer ?? process.env.ASSAY_BENCH_PYTHON,
    seconds: positive("seconds", values.seconds ?? (values.tiny ? "0.2" : "3")),
    passes: positive("passes", values.passes ?? (values.tiny ? "1" : "3")),
    databaseUrl: values["database-url"],
    out: path.resolve(values.out),
    isMarkdown: values.markdown,
    isTiny: values.tiny,
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`--${name} must be a number above 0`);
  return number;
}
