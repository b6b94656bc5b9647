import type { ImportNote } from "@assay/contract";

/** What of one thing of a source is changed or left behind, while it is made to fit. */
export class Notes {
  readonly all: ImportNote[] = [];
  /** Which thing it is, for the details. */
  private readonly subject: string;

  constructor(subject: string) {
    this.subject = subject;
  }

  changed(what: string, why: string, detail = "", count = 1): void {
    this.add("changed", what, why, detail, count);
  }

  missing(what: string, why: string, detail = "", count = 1): void {
    this.add("missing", what, why, detail, count);
  }

  /** Those of one kind and reason are one note, which shows the first of them. */
  private add(verdict: ImportNote["verdict"], what: string, why: string, detail: string, count: number): void {
    const known = this.all.find((note) => note.verdict === verdict && note.what === what && note.why === why);
    if (known !== undefined) known.count += count;
    else this.all.push({ verdict, what, why, detail: [this.subject, detail].filter(Boolean).join(" "), count });
  }
}
