import type { Readable } from "node:stream";

/** An answer that is a file: what is said of it, and its bytes for who does not ask for the headers only. */
export class FileAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly open: () => Promise<Readable>;

  constructor(headers: Readonly<Record<string, string>>, open: () => Promise<Readable>) {
    this.headers = headers;
    this.open = open;
  }
}
