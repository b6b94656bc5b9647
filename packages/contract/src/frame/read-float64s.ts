const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** A column of little-endian float64 that begins at a multiple of 8: a view where the machine reads them as they are. */
export function readFloat64s(bytes: Uint8Array<ArrayBuffer>, at: number, count: number): Float64Array {
  if (IS_LITTLE_ENDIAN) return new Float64Array(bytes.buffer, bytes.byteOffset + at, count);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Float64Array.from({ length: count }, (_, index) => view.getFloat64(at + 8 * index, true));
}
