import { type ConsoleStream, tapConsole, unheard } from "./console-tap.ts";
import { LineSplitter } from "./line-splitter.ts";
import { type LineBatch, LogBuffer } from "./log-buffer.ts";
import { SystemMonitor, type SystemMonitorOptions } from "./system-monitor.ts";

/** What a run records of its surroundings by itself. */
export interface TelemetryOptions {
  /** Keeps what the process prints, stdout and stderr, with the run; it still goes to the terminal. Default: false. */
  captureConsole?: boolean | undefined;
  /** Logs processor, memory, disk and network use as metrics under `system/`, every 10 s unless told. Default: false. */
  systemMetrics?: boolean | { intervalMs?: number } | undefined;
}

export interface LogLineOptions {
  /** Default: stdout. */
  stream?: ConsoleStream;
  /** Epoch milliseconds. Default: now. */
  timeMs?: number;
}

interface TelemetryTargets {
  sendLines: (batch: LineBatch) => Promise<void>;
  logMetrics: SystemMonitorOptions["log"];
  onError: (error: Error) => void;
}

const INTERVAL_MS = 10_000;
const LEAST_INTERVAL_MS = 100;

/** Console lines and system metrics of a run under way. */
export class RunTelemetry {
  private readonly lines: LogBuffer;
  private readonly stopCapture: () => void;
  private readonly monitor: SystemMonitor | null;

  constructor(options: TelemetryOptions, targets: TelemetryTargets) {
    const onError = (error: Error): void => unheard(() => targets.onError(error));
    this.lines = new LogBuffer({ send: targets.sendLines, onError });
    this.stopCapture = options.captureConsole === true ? this.capture() : () => undefined;
    const intervalMs = intervalOf(options.systemMetrics);
    this.monitor = intervalMs === null ? null : new SystemMonitor({ intervalMs, log: targets.logMetrics });
  }

  logLine(text: string, { stream = "stdout", timeMs = Date.now() }: LogLineOptions = {}): void {
    const splitter = new LineSplitter();
    for (const line of [...splitter.add(`${text}\n`), ...splitter.end()])
      this.lines.add({ timeMs, stream, text: line });
  }

  flush(timeoutMs: number): Promise<boolean> {
    return this.lines.flush(timeoutMs);
  }

  /** Ends capture and sampling; what they gathered still has to be flushed. */
  async stop(): Promise<void> {
    this.stopCapture();
    await this.monitor?.stop();
  }

  private capture(): () => void {
    const splitters = { stdout: new LineSplitter(), stderr: new LineSplitter() };
    const addAll = (stream: ConsoleStream, texts: readonly string[]): void => {
      const timeMs = Date.now();
      for (const text of texts) this.lines.add({ timeMs, stream, text });
    };
    const release = tapConsole((stream, text) => addAll(stream, splitters[stream].add(text)));
    return () => {
      release();
      for (const stream of ["stdout", "stderr"] as const) addAll(stream, splitters[stream].end());
    };
  }
}

function intervalOf(option: TelemetryOptions["systemMetrics"]): number | null {
  if (option === undefined || option === false) return null;
  const { intervalMs = INTERVAL_MS } = option === true ? {} : option;
  return Math.max(LEAST_INTERVAL_MS, intervalMs);
}
