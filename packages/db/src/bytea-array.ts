const BYTEA_OID = 17;

/**
 * A `bytea[]` parameter in PostgreSQL's binary format. node-postgres would send an array of buffers as hex text,
 * which is twice as long. Source: array_recv in PostgreSQL's arrayfuncs.c.
 */
export function byteaArray(items: readonly (Uint8Array | null)[]): Buffer {
  const size = items.reduce((sum, item) => sum + 4 + (item?.length ?? 0), 20);
  const bytes = Buffer.allocUnsafe(size);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(items.includes(null) ? 1 : 0, 4);
  bytes.writeInt32BE(BYTEA_OID, 8);
  bytes.writeInt32BE(items.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = 20;
  for (const item of items) {
    at = bytes.writeInt32BE(item === null ? -1 : item.length, at);
    if (item === null) continue;
    bytes.set(item, at);
    at += item.length;
  }
  return bytes;
}

/** The same as text, for a driver that would take the bytes for a `bytea`. */
export const byteaArrayText = (items: readonly Uint8Array[]): string =>
  `{${items.map((item) => `"\\\\x${Buffer.from(item).toString("hex")}"`).join(",")}}`;
