import { type ArtifactOwner, DomainError } from "@assay/contract";
import type { ArtifactRoot } from "./artifact-root.ts";

/** Whose tree a file can be put into. */
export function writableOwner(root: ArtifactRoot): ArtifactOwner {
  if (root.kind === "run" || root.kind === "loggedModel") return root;
  throw new DomainError("FORBIDDEN", "A model version's files never change", { remedy: "register another version" });
}
