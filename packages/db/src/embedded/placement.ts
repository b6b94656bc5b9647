import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { errorCode } from "./error-code.ts";
import { EmbeddedPostgresError } from "./errors.ts";
import { canEnter, findOrCreatePostgresUser, type RunAs } from "./run-as.ts";
import { type EmbeddedState, readState, writeState } from "./state.ts";

/** Where a cluster lives and who runs it. */
export type Placement = {
  readonly dataDir: string;
  readonly location: string;
  readonly pgData: string;
  readonly password: string;
  readonly runAs: RunAs | undefined;
};

async function makeDirectory(directory: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode });
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The directory ${directory} cannot be created (${errorCode(cause) ?? "unknown error"}). Choose a writable one with --data-dir.`,
      { cause },
    );
  }
}

/** A cluster made by an ordinary user keeps its owner when root starts it later. */
async function ownerOf(pgData: string): Promise<RunAs | undefined> {
  const owner = await stat(pgData).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

type Choice = { dataDir: string; systemDir: string; runAs: RunAs | undefined };

async function choose({ dataDir, systemDir, runAs }: Choice): Promise<EmbeddedState> {
  const visible = !runAs || canEnter({ directory: dataDir, runAs });
  const instance = randomBytes(6).toString("hex");
  const location = visible ? path.join(dataDir, "postgres") : path.join(systemDir, instance);
  const state = { location, password: randomBytes(24).toString("base64url") };
  await writeState({ dataDir, state });
  return state;
}

/**
 * Decides where the cluster of a data directory lives. The choice is made once and remembered beside the password.
 * Only root ever leaves the data directory: its stand-in user may be unable to enter it.
 */
export async function place({ dataDir: asked, systemDir }: { dataDir: string; systemDir: string }): Promise<Placement> {
  await makeDirectory(asked);
  const dataDir = await realpath(asked);
  const isRoot = process.getuid?.() === 0;
  const known = await readState(dataDir);
  const owner = isRoot && known ? await ownerOf(path.join(known.location, "data")) : undefined;
  const runAs = isRoot ? (owner ?? findOrCreatePostgresUser()) : undefined;
  const { location: chosen, password } = known ?? (await choose({ dataDir, systemDir, runAs }));

  await makeDirectory(path.dirname(chosen));
  await makeDirectory(chosen, 0o700);
  const location = await realpath(chosen);
  if (runAs) {
    await chown(location, runAs.uid, runAs.gid);
    await chmod(location, 0o700);
    if (!canEnter({ directory: location, runAs })) {
      throw new EmbeddedPostgresError(
        `The database in ${location} can no longer be entered by the user it runs as (uid ${runAs.uid}). Let that user enter every directory above it (chmod o+x), or move the data directory elsewhere and name it with --data-dir.`,
      );
    }
  }
  return { dataDir, location, pgData: path.join(location, "data"), password, runAs };
}
