import { invalidInput } from "../domain-error.ts";
import { LIMITS } from "../limits.ts";
import { isEntryKey } from "../text.ts";

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The names of a frame's keys: each one's length in bytes as u16, then all of them in UTF-8 without a gap. */
export function encodeNames(keys: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const text = encoder.encode(keys.join(""));
  const isAscii = text.length === keys.reduce((sum, key) => sum + key.length, 0);
  const bytes = new Uint8Array(2 * keys.length + text.length);
  keys.forEach((key, at) => {
    const length = isAscii ? key.length : encoder.encode(key).length;
    bytes[2 * at] = length & 255;
    bytes[2 * at + 1] = length >> 8;
  });
  bytes.set(text, 2 * keys.length);
  return bytes;
}

/** Reads such names; each must be a right key and come once. */
export function decodeNames(bytes: Uint8Array, count: number): string[] {
  const text = bytes.subarray(2 * count);
  // One text to cut pieces from where a byte is a character, as with nearly all keys there are.
  const whole = decode(text);
  const isAscii = whole?.length === text.length;
  let next = 0;
  const keys = Array.from({ length: count }, (_, at) => {
    const end = next + (bytes[2 * at] ?? 0) + 256 * (bytes[2 * at + 1] ?? 0);
    if (end > text.length) throw invalidInput("The names of the keys are cut off", "keys");
    const key = isAscii ? whole.slice(next, end) : decode(text.subarray(next, end));
    next = end;
    if (isEntryKey(key)) return key;
    const rule = `text of 1 to ${LIMITS.keyLength} bytes of UTF-8 without control characters`;
    throw invalidInput(`keys[${at}] must be ${rule}`, `keys[${at}]`);
  });
  if (next !== text.length) throw invalidInput("There is more than the names of the keys", "keys");
  if (new Set(keys).size < count) {
    const at = keys.findIndex((key, index) => keys.indexOf(key) !== index);
    throw invalidInput(`keys[${at}] comes twice`, `keys[${at}]`);
  }
  return keys;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}
