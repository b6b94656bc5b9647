import type { Readable } from "node:stream";

/** Whose files they are, and where the source says they lie. */
export interface FileOwner {
  kind: "run" | "loggedModel" | "version";
  id: string;
  uri: string;
}

export interface SourceFile {
  /** Relative to the owner's place. */
  path: string;
  sizeBytes: number;
  /** To be destroyed by who opens it, read or not. */
  open(): Promise<Readable>;
}

/** Reads the files that belong to things of a source. */
export interface FileReader {
  /** @throws UnreadableError when the place cannot be read from here. */
  list(owner: FileOwner): AsyncIterable<SourceFile>;
}

/** A place or a file of the source that cannot be read from here, whatever is tried: said in the report. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
}
