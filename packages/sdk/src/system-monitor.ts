import { SystemSampler } from "./system-sampler.ts";

export interface SystemMonitorOptions {
  intervalMs: number;
  log: (values: Record<string, number>, at: { step: number; timeMs: number }) => void;
}

/** Samples the machine at an interval and once more in the end. Never throws, and keeps no program from ending. */
export class SystemMonitor {
  private step = 0;
  private working: Promise<void>;
  private sampler: SystemSampler | null = null;
  private readonly timer: NodeJS.Timeout;
  private readonly options: SystemMonitorOptions;

  constructor(options: SystemMonitorOptions) {
    this.options = options;
    this.working = this.open();
    this.timer = setInterval(() => this.next(), options.intervalMs).unref();
  }

  /** Takes the last sample. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.next();
    await this.working;
  }

  /** One sample at a time, in order. */
  private next(): void {
    this.working = this.working.then(() => this.sample()).catch(() => undefined);
  }

  private async open(): Promise<void> {
    this.sampler = await SystemSampler.open().catch(() => null);
  }

  private async sample(): Promise<void> {
    const values = await this.sampler?.sample();
    if (values === undefined) return;
    this.options.log(values, { step: this.step, timeMs: Date.now() });
    this.step += 1;
  }
}
