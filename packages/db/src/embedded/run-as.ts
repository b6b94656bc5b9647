import { spawnSync } from "node:child_process";
import { EmbeddedPostgresError } from "./errors.ts";

/** The system user PostgreSQL runs as when the caller is root. */
export type RunAs = { readonly uid: number; readonly gid: number };

const USER = "postgres";

function run(command: string, args: readonly string[]): { ok: boolean; out: string } {
  const result = spawnSync(command, args, { encoding: "utf8", cwd: "/" });
  return { ok: result.status === 0, out: (result.stdout ?? "").trim() };
}

function lookUp(): RunAs | undefined {
  const uid = run("id", ["-u", USER]);
  const gid = run("id", ["-g", USER]);
  return uid.ok && gid.ok ? { uid: Number(uid.out), gid: Number(gid.out) } : undefined;
}

/**
 * PostgreSQL refuses to run as root, so root borrows the system user `postgres` and creates it where it is missing.
 * @throws EmbeddedPostgresError when there is no such user and none can be made.
 */
export function findOrCreatePostgresUser(): RunAs {
  const existing = lookUp();
  if (existing) return existing;
  run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", USER]);
  if (!lookUp()) {
    // BusyBox systems (Alpine) have these two instead of useradd.
    run("addgroup", ["-S", USER]);
    run("adduser", ["-S", "-D", "-H", "-G", USER, USER]);
  }
  const created = lookUp();
  if (created) return created;
  throw new EmbeddedPostgresError(
    `PostgreSQL refuses to run as root and the system user "${USER}" could not be created. Create it, start Assay as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Whether that user can enter a directory: asked of the kernel, since modes, groups and ACLs all have a say. */
export function canEnter({ directory, runAs }: { directory: string; runAs: RunAs }): boolean {
  const script = 'cd -- "$1" && test -x "$1"';
  return spawnSync("/bin/sh", ["-c", script, "sh", directory], { ...runAs, cwd: "/", stdio: "ignore" }).status === 0;
}

/** Whether that user can run a program, with the libraries it loads. */
export function canRun({ program, runAs }: { program: string; runAs: RunAs }): boolean {
  return spawnSync(program, ["--version"], { ...runAs, cwd: "/", stdio: "ignore" }).status === 0;
}
