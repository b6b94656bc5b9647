import type { Readable } from "node:stream";
import type { Sha256 } from "@assay/contract";
import type { DirectTransfer } from "./direct-transfer.ts";

export interface StoredBlob {
  sha256: Sha256;
  sizeBytes: number;
}

export interface PutOptions {
  /** Refuse with PAYLOAD_TOO_LARGE once more bytes than this have come. */
  maxBytes?: number;
  /** Refuse with DIGEST_MISMATCH when the bytes are others. */
  expectedSha256?: Sha256;
}

export interface ByteRange {
  start: number;
  /** Inclusive. */
  end: number;
}

/**
 * Bytes by content. A blob keeps the time of its last put, so that one that is put again is never removed under whoever
 * put it. Nothing is named by a client; what is stored once is stored for all. */
export interface BlobStore {
  /** Streams bytes in; resolves after they are durable. An aborted or refused put leaves nothing behind. */
  put(content: AsyncIterable<Uint8Array>, options?: PutOptions): Promise<StoredBlob>;
  /** Streams bytes out; throws NOT_FOUND when they are not here. */
  open(sha256: Sha256, range?: ByteRange): Promise<Readable>;
  has(sha256: Sha256): Promise<boolean>;
  /** Every blob there is, whether or not anything names it. */
  list(): AsyncIterable<StoredBlob>;
  /** Removes bytes that were last put before `putBefore`; false when they were put since then. Safe to run twice. */
  remove(sha256: Sha256, putBefore: Date): Promise<boolean>;
  /** Takes away what puts and removals that were cut short have left since before a moment. */
  sweep(before: Date): Promise<void>;
  /** How clients exchange bytes with what lies behind the store; null when they can only go through the server. */
  readonly direct: DirectTransfer | null;
}
