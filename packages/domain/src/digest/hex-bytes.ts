/** The bytes that a text in hexadecimal stands for, as databases keep digests. */
export function hexBytes(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, "hex"));
}
