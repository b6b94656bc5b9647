/** Appends numbers to bytes, little endian; grows as needed. */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  private view: DataView<ArrayBuffer>;
  private at = 0;

  constructor(expectedBytes = 256) {
    // Out of Node's pool, and not zeroed: a frame is a few hundred bytes, and a buffer of its own costs more than they do.
    this.bytes = Buffer.allocUnsafe(expectedBytes);
    this.view = viewOf(this.bytes);
  }

  get length(): number {
    return this.at;
  }

  u8(value: number): void {
    this.reserve(1);
    this.bytes[this.at++] = value;
  }

  u16(value: number): void {
    this.reserve(2);
    this.view.setUint16(this.at, value, true);
    this.at += 2;
  }

  u32(value: number): void {
    this.reserve(4);
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }

  f32(value: number): void {
    this.reserve(4);
    this.view.setFloat32(this.at, value, true);
    this.at += 4;
  }

  f64(value: number): void {
    this.reserve(8);
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }

  f32s(values: ArrayLike<number>): void {
    this.reserve(values.length * 4);
    for (let at = 0; at < values.length; at += 1) this.view.setFloat32(this.at + at * 4, (values[at] ?? 0) + 0, true);
    this.at += values.length * 4;
  }

  f64s(values: ArrayLike<number>): void {
    this.reserve(values.length * 8);
    for (let at = 0; at < values.length; at += 1) this.view.setFloat64(this.at + at * 8, (values[at] ?? 0) + 0, true);
    this.at += values.length * 8;
  }

  /** A whole number from 0 to 2^53, seven bits a byte, lowest first. */
  varint(value: number): void {
    this.reserve(8);
    let rest = value;
    // Beyond 2^31 the bit operators would cut the number: divide instead.
    while (rest >= 0x8000_0000) {
      this.bytes[this.at++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 0x80) {
      this.bytes[this.at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.at++] = rest;
  }

  /** A whole number of at most 2^52 in size, small ones of either sign in few bytes. */
  zigzag(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Overwrites four bytes written before. */
  patchU32(at: number, value: number): void {
    this.view.setUint32(at, value, true);
  }

  /** What was written, without a copy: the writer is not to be used afterwards. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.at);
  }

  private reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + count));
    grown.set(this.bytes);
    this.bytes = grown;
    this.view = viewOf(grown);
  }
}

const viewOf = (bytes: Uint8Array<ArrayBuffer>): DataView<ArrayBuffer> =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
