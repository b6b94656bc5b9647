import { crc32 } from "node:zlib";

/** CRC-32 (IEEE 802.3) of several byte strings in a row, as a signed 32-bit integer. */
export function checksum(...parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), 0) | 0;
}
