import { execFile } from "node:child_process";
import os from "node:os";
import { promisify } from "node:util";
import type { RunEnvironment, RunSource } from "@assay/contract";

const run = promisify(execFile);
const MAX_DIFF_BYTES = 1_000_000;

/** What git and the process say of the code that runs: commit, branch, remote, whether and how it is changed. */
export async function readSource(cwd: string, argv: readonly string[]): Promise<RunSource> {
  const [commit, branch, repository, status, diff] = await Promise.all([
    git(cwd, "rev-parse", "HEAD"),
    git(cwd, "rev-parse", "--abbrev-ref", "HEAD"),
    git(cwd, "config", "--get", "remote.origin.url"),
    git(cwd, "status", "--porcelain"),
    git(cwd, "diff", "HEAD"),
  ]);
  return {
    type: "script",
    ...(argv[1] === undefined ? {} : { entryPoint: argv[1].slice(0, 1_000) }),
    arguments: argv.slice(2, 202).map((argument) => argument.slice(0, 1_000)),
    ...(commit === null ? {} : { commit }),
    ...(branch === null ? {} : { branch }),
    ...(repository === null ? {} : { repository: withoutPassword(repository) }),
    ...(status === null ? {} : { isDirty: status !== "" }),
    ...(diff === null || diff === "" || diff.length > MAX_DIFF_BYTES ? {} : { diff }),
  };
}

export function readEnvironment(): RunEnvironment {
  const [cpu] = os.cpus();
  return {
    host: os.hostname(),
    os: `${os.type()} ${os.release()}`,
    language: `Node.js ${process.version}`,
    hardware: {
      cpu: `${os.cpus().length} × ${cpu?.model ?? "unknown"}`,
      memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    },
  };
}

async function git(cwd: string, ...args: string[]): Promise<string | null> {
  return run("git", args, { cwd, timeout: 5_000, maxBuffer: 2 * MAX_DIFF_BYTES }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
}

function withoutPassword(url: string): string {
  return url.replace(/^(https?:\/\/)[^@/]+@/, "$1");
}
