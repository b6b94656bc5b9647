import { hash } from "node:crypto";
import type { Ids } from "../context.ts";

const PREFIX = "assay";
const FORMAT = /^assay_([0-9A-Za-z]{12})_([0-9A-Za-z]{43})$/;

export interface TokenSecret {
  /** The whole token, shown once. */
  secret: string;
  publicId: string;
  secretHash: Uint8Array<ArrayBuffer>;
  hint: string;
}

/** Makes an API token `assay_<public id>_<secret>`. 256 random bits need no slow hash. */
export function makeTokenSecret(ids: Ids): TokenSecret {
  const publicId = ids.secret(9).padStart(12, "0").slice(-12);
  const secret = `${PREFIX}_${publicId}_${ids.secret(32).padStart(43, "0").slice(-43)}`;
  return { secret, publicId, secretHash: hashTokenSecret(secret), hint: `${PREFIX}_${publicId.slice(0, 6)}…` };
}

/** The public id of a well-formed token; null for anything else, without asking the database. */
export function tokenPublicId(secret: string): string | null {
  return FORMAT.exec(secret)?.[1] ?? null;
}

export const hashTokenSecret = (secret: string): Buffer<ArrayBuffer> => hash("sha256", secret, "buffer");
