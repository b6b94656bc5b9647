import { CorruptDataError } from "./corrupt-data.ts";

/** Reads what ByteWriter wrote. Throws CorruptDataError rather than read past the end. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at: number;
  private readonly end: number;

  constructor(bytes: Uint8Array, from = 0, end = bytes.length) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = from;
    this.end = end;
  }

  get position(): number {
    return this.at;
  }

  get remaining(): number {
    return this.end - this.at;
  }

  u8(): number {
    return this.bytes[this.take(1)] ?? 0;
  }

  u16(): number {
    return this.view.getUint16(this.take(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.take(4), true);
  }

  f64(): number {
    return this.view.getFloat64(this.take(8), true);
  }

  varint(): number {
    const first = this.u8();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    let scale = 128;
    for (let taken = 1; taken < 8; taken += 1) {
      const byte = this.u8();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new CorruptDataError("a varint has no end");
  }

  zigzag(): number {
    const folded = this.varint();
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
  }

  /** Fills `target` from `offset` up to `end` with float32. */
  f32s(target: Float64Array, offset: number, end: number): void {
    const { view } = this;
    let from = this.take((end - offset) * 4);
    for (let at = offset; at < end; at += 1, from += 4) target[at] = view.getFloat32(from, true);
  }

  /** The same with float64. */
  f64s(target: Float64Array, offset: number, end: number): void {
    const { view } = this;
    let from = this.take((end - offset) * 8);
    for (let at = offset; at < end; at += 1, from += 8) target[at] = view.getFloat64(from, true);
  }

  /**
   * Fills `target` from `offset` up to `end` with numbers that were written as zigzag varints of the difference
   * between differences, the first as it is. The loop of all reading, hence on plain bytes.
   */
  differences(target: Float64Array, offset: number, end: number): void {
    const { bytes } = this;
    let from = this.at;
    let entry = 0;
    let difference = 0;
    for (let at = offset; at < end; at += 1) {
      const byte = from < this.end ? (bytes[from] ?? 0x80) : 0x80;
      let folded: number;
      if (byte < 0x80) {
        from += 1;
        folded = (byte >> 1) ^ -(byte & 1);
      } else {
        this.at = from;
        folded = this.zigzag();
        from = this.at;
      }
      const step = difference + folded;
      entry += step;
      difference = at === offset ? 0 : step;
      target[at] = entry;
    }
    this.at = from;
  }

  /** Goes on reading there. */
  moveTo(position: number): void {
    if (position < 0 || position > this.end) throw new CorruptDataError("the bytes end too early");
    this.at = position;
  }

  private take(count: number): number {
    const from = this.at;
    if (count < 0 || from + count > this.end) throw new CorruptDataError("the bytes end too early");
    this.at = from + count;
    return from;
  }
}
