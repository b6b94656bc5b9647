import type { Sha256 } from "@assay/contract";
import type { StoredBlob } from "./blob-store.ts";

/** An upload in parts, as the bucket knows it. What its parts will make is nobody's until it is complete. */
export interface PartUpload {
  /** Where the parts come together. */
  incoming: string;
  /** The bucket's own name of the upload. */
  storeUploadId: string;
}

export interface UploadedPart {
  number: number;
  /** What the bucket answered when the part was sent. */
  etag: string;
}

/** What a file is called when it is fetched, and what it is taken for; the server decides both. */
export interface DownloadAs {
  fileName: string;
  contentType: string;
}

/** Ways for clients to exchange bytes with a bucket themselves, by addresses that are signed and soon worth nothing. */
export interface DirectTransfer {
  begin(): Promise<PartUpload>;
  /** An address for each of the parts 1 to `count`; a part is sent to it with PUT. */
  partUrls(upload: PartUpload, count: number): Promise<string[]>;
  /**
   * Makes one blob of the parts and reads it once for its digest. Throws INVALID_INPUT for parts that are not what was
   * sent, and NOT_FOUND when the bucket knows no such upload. Takes up one that was cut short; safe to run twice.
   */
  complete(upload: PartUpload, parts: readonly UploadedPart[]): Promise<StoredBlob>;
  /** Takes away what an upload left besides its blob. Safe to run twice. */
  discard(upload: PartUpload): Promise<void>;
  downloadUrl(sha256: Sha256, as: DownloadAs): Promise<string>;
}
