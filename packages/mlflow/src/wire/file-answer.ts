import type { Readable } from "node:stream";

/** Of a file whose size is known. */
export type FileHeaders = Readonly<Record<string, string>> & { readonly "content-length": string };

/** An answer that is a file: what is said of it, and its bytes for who does not ask for the headers only. */
export class FileAnswer {
  readonly headers: FileHeaders;
  readonly open: () => Promise<Readable>;

  constructor(headers: FileHeaders, open: () => Promise<Readable>) {
    this.headers = headers;
    this.open = open;
  }
}
