import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useHouse } from "../support/house.ts";
import { root } from "../support/repository.ts";

const house = useHouse();
const directory = mkdtempSync(path.join(tmpdir(), "assay-packed-"));
const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");

const execute = promisify(execFile);

/** Waits for a program without blocking: the house it may talk to lives in this process. */
async function run(command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}) {
  const { stdout } = await execute(command, [...args], { cwd, env: { ...process.env, ...env } });
  return stdout;
}

/** Builds and packs a room as it would be published; answers the tarball. */
async function pack(room: string): Promise<string> {
  const folder = path.join(root, "packages", room);
  rmSync(path.join(folder, "lib"), { recursive: true, force: true });
  await run(process.execPath, [tsc, "-p", "tsconfig.pack.json"], folder);
  const before = new Set(readdirSync(directory));
  const { packageManager }: { packageManager: string } = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8"),
  );
  await run("npx", ["-y", packageManager, "pack", "--pack-destination", directory], folder);
  const [made] = readdirSync(directory).filter((name) => name.endsWith(".tgz") && !before.has(name));
  if (made === undefined) throw new Error(`${room} was not packed`);
  return path.join(directory, made);
}

const PROGRAM = `
import { Assay, AssayError } from "@assay/sdk";
const assay = new Assay();
const run = await assay.createRun({ experiment: "packed", params: { lr: 0.01 }, source: {} });
run.log({ loss: 0.5 });
await run.finish();
const { metrics, params } = await assay.runs.get(run.id);
const last: number | undefined = metrics[0]?.last;
console.log(JSON.stringify({ last, lr: params.lr, isError: new AssayError("OFFLINE", "x") instanceof Error }));
`;

beforeAll(async () => {
  const tarballs = [await pack("contract"), await pack("sdk")];
  writeFileSync(path.join(directory, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
  await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...tarballs], directory);
  writeFileSync(path.join(directory, "program.ts"), PROGRAM);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

it("holds nothing of the server: no room of it, no driver, no framework", () => {
  const folder = path.join(directory, "node_modules", "@assay");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(js|d\.ts)$/.test(name));
  expect(files.length).toBeGreaterThan(50);
  const server = /@assay\/(?!sdk|contract)|prisma|["'](pg|pg-boss|next|next-auth|hono)["'/]/i;
  expect(files.filter((name) => server.test(readFileSync(path.join(folder, name), "utf8")))).toEqual([]);
  expect(files.filter((name) => name.includes(".test."))).toEqual([]);
});

it("type-checks in a strict project that checks libraries too", async () => {
  const options = {
    strict: true,
    skipLibCheck: false,
    module: "NodeNext",
    target: "ES2024",
    noEmit: true,
    types: ["node"],
  };
  writeFileSync(
    path.join(directory, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["program.ts"] }),
  );
  expect(await run(process.execPath, [tsc, "-p", "."], directory)).toBe("");
});

it("logs a run from an empty project", async () => {
  const env = { ASSAY_URL: house().url, ASSAY_TOKEN: house().token };
  const printed = await run(process.execPath, ["program.ts"], directory, env);
  expect(JSON.parse(printed)).toEqual({ last: 0.5, lr: "0.01", isError: true });
});
