/** Writes rows of binary COPY one field after the other into one buffer. */
export class RowWriter {
  private readonly buffer: Buffer;
  private at = 0;

  constructor(maxBytes: number) {
    this.buffer = Buffer.allocUnsafe(maxBytes);
  }

  row(fields: number): void {
    this.at = this.buffer.writeInt16BE(fields, this.at);
  }

  int32(value: number): void {
    this.length(4);
    this.at = this.buffer.writeInt32BE(value, this.at);
  }

  /** A whole number within ±2^53. */
  int64(value: number): void {
    this.length(8);
    this.at = this.buffer.writeInt32BE(Math.floor(value / 2 ** 32), this.at);
    this.at = this.buffer.writeUInt32BE(value >>> 0, this.at);
  }

  float64(value: number): void {
    this.length(8);
    this.at = this.buffer.writeDoubleBE(value, this.at);
  }

  boolean(value: boolean): void {
    this.length(1);
    this.at = this.buffer.writeUInt8(value ? 1 : 0, this.at);
  }

  bytes(value: Buffer): void {
    this.length(value.length);
    this.at += value.copy(this.buffer, this.at);
  }

  done(): Buffer {
    return this.buffer.subarray(0, this.at);
  }

  private length(bytes: number): void {
    this.at = this.buffer.writeInt32BE(bytes, this.at);
  }
}
