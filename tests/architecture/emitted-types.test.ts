import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/repository.ts";

function emitted(room: string): { file: string; text: string }[] {
  const folder = path.join(root, "packages", room, "dist");
  if (!existsSync(folder))
    throw new Error(`packages/${room}/dist is missing; build it first: npx turbo run build:types`);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".d.ts"))
    .map((name) => ({ file: name, text: readFileSync(path.join(folder, name), "utf8") }));
}

const mentions = (room: string, pattern: RegExp): string[] =>
  emitted(room)
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file);

it.each(["api", "sdk", "contract"])(
  "the types that %s emits mention no driver and no framework of a server",
  (room) => {
    expect(emitted(room).length).toBeGreaterThan(5);
    expect(mentions(room, /prisma|["']pg(-boss)?["'/]|["']next(-auth)?["'/]|["']hono["'/]/i)).toEqual([]);
  },
);

it("the types that the SDK emits mention no room of the server but the API's type", () => {
  expect(mentions("sdk", /@assay\/(db|services|blobs|jobs|auth|server|worker|mlflow|web|ui)\b/)).toEqual([]);
});
