import { hash } from "node:crypto";
import { Sha256 } from "@assay/contract";

/** SHA-256 of text (as UTF-8) or bytes, as lowercase hex. */
export function sha256Hex(content: string | Uint8Array): Sha256 {
  return Sha256.parse(hash("sha256", content, "hex"));
}
