import type { RunKeys } from "@assay/contract";

export interface GroupColumn {
  column: string;
  label: string;
}

const ATTRIBUTES: GroupColumn[] = [
  { column: "status", label: "Status" },
  { column: "experiment", label: "Experiment" },
];

/** The columns that runs can be grouped by, as a picker lists them. */
export function groupColumns({
  params,
  tags,
}: Pick<RunKeys, "params" | "tags">): { group: string; items: GroupColumn[] }[] {
  return [
    { group: "Run", items: ATTRIBUTES },
    { group: "Params", items: params.map((key) => ({ column: `params.${key}`, label: key })) },
    { group: "Tags", items: tags.map((key) => ({ column: `tags.${key}`, label: key })) },
  ];
}
