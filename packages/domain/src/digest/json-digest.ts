import { canonicalJson } from "./canonical-json.ts";
import { hexBytes } from "./hex-bytes.ts";
import { sha256Hex } from "./sha256-hex.ts";

/** SHA-256 of a value's canonical JSON: the same for values that differ in the order of their keys only. */
export function jsonDigest(value: object): Uint8Array<ArrayBuffer> {
  return hexBytes(sha256Hex(canonicalJson(value)));
}
