import { AccessChangedError } from "@assay/db";

/** By which version of access a request was let in, and whether that has been seen to hold since the request came. */
export class Entry {
  private readonly version: bigint;
  private readonly readVersion: () => Promise<bigint>;
  private hasHeld = false;

  constructor(version: bigint, readVersion: () => Promise<bigint>) {
    this.version = version;
    this.readVersion = readVersion;
  }

  /** What a statement that writes is to compare with the version as it is then; null when that is no longer needed. */
  get unconfirmed(): bigint | null {
    return this.hasHeld ? null : this.version;
  }

  /** Says that a statement has compared it. */
  setConfirmed(): void {
    this.hasHeld = true;
  }

  /**
   * Compares it now, before something is written that does not do so itself.
   * @throws AccessChangedError
   */
  async confirm(): Promise<void> {
    if (this.hasHeld) return;
    if ((await this.readVersion()) !== this.version) throw new AccessChangedError();
    this.hasHeld = true;
  }
}
