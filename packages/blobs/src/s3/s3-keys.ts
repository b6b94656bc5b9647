import { Sha256 } from "@assay/contract";

/** Blobs lie as the disk store keeps them, so that files can be moved from one to the other as they are. */
export const BLOBS = "sha256/";
/** What is on its way in and has no content address yet. */
export const INCOMING = "incoming/";
/** The marks of removals under way. */
export const REMOVING = "removing/";

export const blobKey = (sha256: Sha256): string => `${BLOBS}${sha256.slice(0, 2)}/${sha256}`;

export const incomingKey = (name: string): string => `${INCOMING}${name}`;

/** The folder of the marks that removals of one blob set. */
export const removalsOf = (sha256: Sha256): string => `${REMOVING}${sha256}/`;

/** Whose key it is; null for what is no blob. */
export function digestOf(key: string): Sha256 | null {
  const parsed = Sha256.safeParse(key.slice(key.lastIndexOf("/") + 1));
  return parsed.success && key === blobKey(parsed.data) ? parsed.data : null;
}
