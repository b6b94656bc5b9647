import { invalidInput, LIMITS } from "@assay/contract";

const encoder = new TextEncoder();
/** Whoever builds an address of a path without escapes would lose what is behind # and ?. */
const FORBIDDEN = /[\p{Cc}\\#?]/u;

/**
 * Checks and normalises (NFC) a path inside an artifact tree, decoded exactly once by the caller. Throws
 * INVALID_INPUT `Invalid path` for anything absolute, climbing, empty, over-long or holding control characters, # or ?.
 */
export function parseArtifactPath(raw: string): string {
  const path = raw.normalize("NFC");
  const isBad =
    path === "" ||
    FORBIDDEN.test(path) ||
    /^[A-Za-z]:/.test(path) ||
    /^file:/i.test(path) ||
    encoder.encode(path).length > LIMITS.artifactPathBytes ||
    path.split("/").some(isBadSegment);
  if (isBad) {
    throw invalidInput("Invalid path", "path", "use a relative path such as plots/loss.png, without . or .. parts");
  }
  return path;
}

/** As parseArtifactPath, but the empty path (the root folder) is allowed and a trailing slash dropped. */
export function parseArtifactFolder(raw: string): string {
  const trimmed = raw.replace(/\/+$/, "");
  return trimmed === "" || trimmed === "." ? "" : parseArtifactPath(trimmed);
}

/**
 * Percent escapes that survive the door's one decoding are refused: some reader would decode them again. So are dots
 * and spaces at the end, `.` and `..` among them: some disks drop them.
 */
function isBadSegment(segment: string): boolean {
  return (
    segment === "" ||
    /[.\s]$/.test(segment.normalize("NFKC")) ||
    /%(2e|2f|5c|00)/i.test(segment) ||
    encoder.encode(segment).length > LIMITS.artifactSegmentBytes
  );
}
