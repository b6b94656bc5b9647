const FIRST_BYTES = 64 * 1024;

/**
 * Gathers a stream into parts of one size, the last of which may be smaller. At most two parts are in memory: one that
 * was yielded is overwritten once the second after it is asked for.
 */
export async function* inParts(content: AsyncIterable<Uint8Array>, partBytes: number): AsyncGenerator<Uint8Array> {
  let filling: Buffer = Buffer.alloc(0);
  let other: Buffer = Buffer.alloc(0);
  let length = 0;
  for await (const chunk of content) {
    for (let at = 0; at < chunk.byteLength; ) {
      if (length === partBytes) {
        yield filling.subarray(0, length);
        [filling, other, length] = [other, filling, 0];
      }
      const taken = Math.min(chunk.byteLength - at, partBytes - length);
      filling = grown(filling, length, { to: length + taken, most: partBytes });
      filling.set(chunk.subarray(at, at + taken), length);
      length += taken;
      at += taken;
    }
  }
  yield filling.subarray(0, length);
}

/** The buffer itself when it is large enough; else one of twice its size with what is in it. */
function grown(buffer: Buffer, length: number, { to, most }: { to: number; most: number }): Buffer {
  if (buffer.byteLength >= to) return buffer;
  const larger = Buffer.allocUnsafeSlow(Math.min(most, Math.max(FIRST_BYTES, to, buffer.byteLength * 2)));
  larger.set(buffer.subarray(0, length));
  return larger;
}
