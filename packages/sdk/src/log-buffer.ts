import { randomUUID } from "node:crypto";
import { toAssayError } from "./api-client.ts";
import type { ConsoleStream } from "./console-tap.ts";

/** One line of console output. */
export interface LoggedLine {
  timeMs: number;
  stream: ConsoleStream;
  text: string;
}

/** Lines that the server takes once, by this writer's own numbers from 0. */
export interface LineBatch {
  writer: string;
  firstLine: number;
  lines: readonly LoggedLine[];
}

export interface LogBufferOptions {
  send: (batch: LineBatch) => Promise<void>;
  onError: (error: Error) => void;
}

const FLUSH_AFTER_MS = 1_000;
const RETRY_AFTER_MS = 2_000;
const MAX_LINES_PER_SEND = 5_000;
/** One may take six bytes of JSON, and a request holds 10 MB. */
const MAX_CHARACTERS_PER_SEND = 1_000_000;
const MAX_WAITING_CHARACTERS = 64_000_000;

/**
 * Takes lines without waiting and sends them in the background, in order, each under its number. While the server is
 * away they wait in memory; past a bound the newest are dropped, and a line in their place says how many.
 */
export class LogBuffer {
  private waiting: LoggedLine[] = [];
  private waitingCharacters = 0;
  private dropped = 0;
  private writer: string = randomUUID();
  private firstLine = 0;
  /** Before the next try after one that failed. */
  private waitMs = RETRY_AFTER_MS;
  private timer: NodeJS.Timeout | null = null;
  private sending: Promise<void> | null = null;
  private readonly options: LogBufferOptions;

  constructor(options: LogBufferOptions) {
    this.options = options;
  }

  add(line: LoggedLine): void {
    if (this.waitingCharacters > MAX_WAITING_CHARACTERS) {
      this.dropped += 1;
      return;
    }
    if (this.dropped > 0) {
      this.push({ ...line, stream: "stderr", text: `assay: ${this.dropped} lines were dropped here` });
      this.dropped = 0;
    }
    this.push(line);
    if (this.waiting.length >= MAX_LINES_PER_SEND) this.start();
    else this.timer ??= setTimeout(() => this.start(), FLUSH_AFTER_MS);
  }

  /** Resolves true when every line so far is stored, false when that did not come about in time. */
  async flush(timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (this.waiting.length > 0) {
      const leftMs = deadline - Date.now();
      if (leftMs <= 0) return false;
      this.start();
      await Promise.race([this.sending, sleep(leftMs)]);
      if (this.waiting.length > 0) await sleep(Math.min(this.waitMs, deadline - Date.now()));
    }
    return true;
  }

  private push(line: LoggedLine): void {
    this.waiting.push({ ...line, text: line.text.toWellFormed() });
    this.waitingCharacters += line.text.length + 1;
  }

  private start(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
      // A server that is away keeps no finished program from ending.
      if (this.waiting.length > 0) this.timer ??= setTimeout(() => this.start(), this.waitMs).unref();
    });
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = takeBatch(this.waiting);
      const outcome = await this.trySend(batch);
      if (outcome === "later") return;
      if (outcome === "renamed") continue;
      this.waiting.splice(0, batch.length);
      this.waitingCharacters -= batch.reduce((sum, line) => sum + line.text.length + 1, 0);
    }
  }

  private async trySend(lines: readonly LoggedLine[]): Promise<"done" | "later" | "renamed"> {
    const { writer, firstLine } = this;
    try {
      await this.options.send({ writer, firstLine, lines });
      this.firstLine += lines.length;
      return "done";
    } catch (cause) {
      const error = toAssayError(cause);
      if (error.isRetryable) {
        this.waitMs = Math.max(RETRY_AFTER_MS, error.retryAfterMs);
        return "later";
      }
      if (error.code === "SEQUENCE_GAP" && firstLine > 0) {
        // The server lost what it had, as after a restored backup: go on as somebody new.
        this.writer = randomUUID();
        this.firstLine = 0;
        return "renamed";
      }
      this.options.onError(error);
      return "done";
    }
  }
}

function takeBatch(waiting: readonly LoggedLine[]): LoggedLine[] {
  let characters = 0;
  const end = waiting.findIndex((line, at) => {
    characters += line.text.length;
    return at > 0 && (at === MAX_LINES_PER_SEND || characters > MAX_CHARACTERS_PER_SEND);
  });
  return waiting.slice(0, end === -1 ? waiting.length : end);
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)).unref());
