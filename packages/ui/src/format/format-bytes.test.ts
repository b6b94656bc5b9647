import { expect, it } from "vitest";
import { formatBytes } from "./format-bytes.ts";

it.each([
  [0, "0 B"],
  [812, "812 B"],
  [1_203_311, "1.2 MB"],
  [999_600, "1.0 MB"],
  [123_000_000_000, "123 GB"],
])("shows %d bytes as %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
