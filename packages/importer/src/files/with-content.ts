import type { Readable } from "node:stream";
import type { SourceFile } from "./file-reader.ts";

/** Hands a file's content on. What is not read of it gives its connection back all the same: there are few. */
export async function withContent<Result>(
  file: SourceFile,
  use: (content: Readable) => Promise<Result>,
): Promise<Result> {
  const content = await file.open();
  try {
    return await use(content);
  } finally {
    content.destroy();
  }
}
