import type { Statement } from "../../store.ts";

const text = (side: "from" | "to"): string => `
    SELECT e.from_kind, e.from_id, e.to_kind, e.to_id, e.kind
    FROM unnest($2::text[], $3::text[]) AS n(kind, id)
    JOIN lineage_edge e ON e.project_id = $1::uuid AND e.${side}_kind = n.kind AND e.${side}_id = n.id
    ORDER BY e.from_kind, e.from_id, e.to_kind, e.to_id LIMIT $4::int`;

/**
 * The edges on one side of some nodes. Parameters: project uuid, text[] kinds, text[] ids, limit.
 * Plan: nested loop over the index of that side.
 */
export const edgesAt: Record<"ancestors" | "descendants", Statement> = {
  ancestors: { name: "lineage_edges_to_v1", text: text("to") },
  descendants: { name: "lineage_edges_from_v1", text: text("from") },
};
