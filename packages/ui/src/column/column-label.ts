import type { RunAttribute, RunField } from "@assay/contract";

const ATTRIBUTE_LABELS: Record<RunAttribute, string> = {
  id: "Id",
  name: "Name",
  number: "Number",
  status: "Status",
  created_by: "Created by",
  user: "User",
  created_at: "Created",
  started_at: "Started",
  ended_at: "Ended",
  duration: "Duration",
  notes: "Notes",
  commit: "Commit",
  artifact_uri: "Artifact URI",
};

/** What a column header says, without the aggregate. */
export function columnLabel(field: RunField): string {
  if (field.entity === "attribute") return ATTRIBUTE_LABELS[field.name];
  return field.entity === "dataset" ? field.name : field.key;
}
