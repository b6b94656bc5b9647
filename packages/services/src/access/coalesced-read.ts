/**
 * Shares reads between callers: whoever asks while one is under way gets the next one, which starts after they asked.
 * So each caller is told what held at some moment after its call, and many callers cost one read.
 */
export class CoalescedRead<Value> {
  private readonly load: () => Promise<Value>;
  private running: Promise<unknown> | null = null;
  private next: Promise<Value> | null = null;

  constructor(load: () => Promise<Value>) {
    this.load = load;
  }

  /** Whether somebody waits for one. */
  get isBusy(): boolean {
    return this.running !== null;
  }

  read(): Promise<Value> {
    if (this.next !== null) return this.next;
    if (this.running === null) return this.start();
    const start = (): Promise<Value> => this.start();
    this.next = this.running.then(start, start);
    return this.next;
  }

  private start(): Promise<Value> {
    this.next = null;
    const read = this.load();
    const settled = (): void => {
      if (this.running === read) this.running = null;
    };
    this.running = read;
    read.then(settled, settled);
    return read;
  }
}
