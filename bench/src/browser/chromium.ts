import { existsSync } from "node:fs";

/** The Chromium that pages are measured in; undefined when there is none. */
export function findChromium(): string | undefined {
  const file = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  return existsSync(file) ? file : undefined;
}
