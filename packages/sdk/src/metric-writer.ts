import { randomBytes } from "node:crypto";
import type { IngestWriter, MetricRow } from "@assay/contract";
import { AssayError } from "./assay-error.ts";
import { type EncodedBatch, encodeBatch, type WireFormat } from "./encode-batch.ts";
import { retry } from "./retry.ts";

export interface MetricWriterOptions {
  format: WireFormat;
  post: (batch: EncodedBatch) => Promise<unknown>;
}

/**
 * Numbers a run's batches, so that one whose answer was lost is sent again, the very same bytes, and is known. Waits as
 * long as it takes for a server that is away or asks for patience.
 */
export class MetricWriter {
  private readonly options: MetricWriterOptions;
  private readonly id = randomBytes(16).toString("hex");
  private epoch = 1;
  private sequence = 1;

  constructor(options: MetricWriterOptions) {
    this.options = options;
  }

  /** Resolves when the rows are stored; rejects when the server will never take them. One call at a time. */
  async send(rows: readonly MetricRow[]): Promise<void> {
    try {
      await this.post(rows);
    } catch (error) {
      if (!(error instanceof AssayError) || error.code !== "SEQUENCE_GAP") throw error;
      // The server no longer knows what it took before, as after a restore: numbers start over, points stay points.
      this.epoch += 1;
      this.sequence = 1;
      await this.post(rows);
    }
    this.sequence += 1;
  }

  private async post(rows: readonly MetricRow[]): Promise<void> {
    const writer: IngestWriter = { id: this.id, epoch: this.epoch, sequence: this.sequence };
    const batch = encodeBatch(rows, writer, this.options.format);
    await retry(() => this.options.post(batch), { withinMs: Number.POSITIVE_INFINITY });
  }
}
