import { randomBytes, randomInt, randomUUIDv7 } from "node:crypto";
import type { Ids } from "../context.ts";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const FRACTION_STEPS = 2 ** 40;

/** Ids and secrets from the system's random source. */
export const randomIds: Ids = {
  uuid: () => randomUUIDv7().replaceAll("-", ""),
  secret: (bytes) => base62(randomBytes(bytes)),
  fraction: () => randomInt(FRACTION_STEPS) / FRACTION_STEPS,
};

function base62(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let text = "";
  while (rest > 0n) {
    text = ALPHABET.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return text;
}
