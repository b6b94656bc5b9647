import type { AliasEvent } from "@assay/contract";

/** An alias' move in words: `production: v6 → v7`. */
export function aliasEventText({ alias, fromVersion, toVersion }: AliasEvent): string {
  if (toVersion === null) return fromVersion === null ? `${alias} removed` : `${alias} removed from v${fromVersion}`;
  return fromVersion === null ? `${alias} set to v${toVersion}` : `${alias}: v${fromVersion} → v${toVersion}`;
}
