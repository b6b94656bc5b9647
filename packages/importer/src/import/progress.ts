/** How far an import is: how many of each thing this go has brought, looked at or failed to bring. */
export class Progress {
  readonly counts = new Map<string, number>();
  private readonly tell: (counts: ReadonlyMap<string, number>) => void;

  constructor(tell: (counts: ReadonlyMap<string, number>) => void) {
    this.tell = tell;
  }

  add(what: string, count: number): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + count);
    this.tell(this.counts);
  }
}
