import { spawn } from "node:child_process";
import { chown, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { DATABASE_USER } from "./connection.ts";
import { EmbeddedPostgresError } from "./errors.ts";
import type { Native } from "./native.ts";
import type { Placement } from "./placement.ts";
import { SERVER_ENVIRONMENT } from "./server-environment.ts";
import type { Durability } from "./settings.ts";

type Init = { native: Native; placement: Placement; durability: Durability; onLog: (line: string) => void };

const STAGING = "data.new";
const PASSWORD_FILE = "password.new";

function runInitdb({ native, placement: { location, runAs }, durability, onLog }: Init): Promise<void> {
  const args = [
    `--pgdata=${path.join(location, STAGING)}`,
    `--username=${DATABASE_USER}`,
    `--pwfile=${path.join(location, PASSWORD_FILE)}`,
    "--auth-local=reject",
    "--auth-host=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    // Byte order for sorting, yet upper and lower case of every alphabet, without ICU or the system's locales.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(durability === "test" ? ["--no-sync"] : []),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(native.initdb, args, {
      ...runAs,
      cwd: "/",
      env: SERVER_ENVIRONMENT,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => {
      onLog(output);
      if (code === 0) resolve();
      else
        reject(
          new EmbeddedPostgresError(
            `The database could not be created in ${location}: ${output.trim().split("\n").at(-1)}`,
          ),
        );
    });
  });
}

/** Creates the cluster if there is none. It is built aside and renamed, so a start that is killed half-way leaves no torso. */
export async function initCluster(init: Init): Promise<void> {
  const { location, pgData, password, runAs } = init.placement;
  if (await stat(path.join(pgData, "PG_VERSION")).catch(() => undefined)) return;
  if ((await readdir(pgData).catch(() => [])).length > 0) {
    throw new EmbeddedPostgresError(
      `${pgData} is not empty and not a PostgreSQL database. Move it away, or choose another --data-dir.`,
    );
  }
  const passwordFile = path.join(location, PASSWORD_FILE);
  await rm(path.join(location, STAGING), { recursive: true, force: true });
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (runAs) await chown(passwordFile, runAs.uid, runAs.gid);
    await runInitdb(init);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(path.join(location, STAGING), pgData);
}
