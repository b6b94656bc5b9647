import { LIMITS } from "@assay/contract";
import { toRunName } from "@assay/domain";
import type { Notes } from "./notes.ts";

/** A name as one may be here: no control characters, no spaces around it, not too long. */
export function fitName(name: string, what: string, notes: Notes): string | null {
  const fitted = toRunName(name);
  if (fitted !== name && name !== "") {
    const why = `names here have at most ${LIMITS.nameLength} characters, none of control and no spaces around them`;
    notes.changed(what, why, JSON.stringify(name));
  }
  return fitted;
}
