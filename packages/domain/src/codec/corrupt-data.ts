/** Stored bytes that cannot be what was written: a checksum, a length or a tag is wrong. */
export class CorruptDataError extends Error {
  override readonly name = "CorruptDataError";
}
