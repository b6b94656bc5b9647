import { createHash } from "node:crypto";
import { DomainError, Sha256 } from "@assay/contract";
import type { PutOptions, StoredBlob } from "./blob-store.ts";

/** Follows bytes on their way in, and refuses them when they are too many or others than announced. */
export class ContentDigest {
  private readonly hash = createHash("sha256");
  private sizeBytes = 0;
  private readonly options: PutOptions;

  constructor(options: PutOptions = {}) {
    this.options = options;
  }

  add(chunk: Uint8Array): void {
    this.sizeBytes += chunk.byteLength;
    const { maxBytes = Number.POSITIVE_INFINITY } = this.options;
    if (this.sizeBytes > maxBytes) {
      throw new DomainError("PAYLOAD_TOO_LARGE", `The file is larger than the ${maxBytes} bytes allowed`);
    }
    this.hash.update(chunk);
  }

  /** What the bytes were, all of them. */
  finish(): StoredBlob {
    const sha256 = Sha256.parse(this.hash.digest("hex"));
    const { expectedSha256 } = this.options;
    if (expectedSha256 !== undefined && expectedSha256 !== sha256) {
      throw new DomainError("DIGEST_MISMATCH", `The bytes have sha256 ${sha256}, not the ${expectedSha256} announced`);
    }
    return { sha256, sizeBytes: this.sizeBytes };
  }
}
