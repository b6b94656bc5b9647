import type { LineageGraph } from "@assay/contract";
import { KIND_WORDS } from "./lineage-node-view.tsx";
import { nodeKey } from "./node-key.ts";

/** The graph's edges as sentences, for those who cannot see it. */
export function LineageList({ graph }: { graph: LineageGraph }) {
  const byKey = new Map(graph.nodes.map((node) => [nodeKey(node), node]));
  const words = (end: LineageGraph["edges"][number]["from"]) => {
    const node = byKey.get(nodeKey(end));
    return `${KIND_WORDS[end.kind]} ${node?.label ?? end.id}`;
  };
  return (
    <ul className="assay-visually-hidden" aria-label="Lineage as text">
      {graph.edges.map((edge) => (
        <li key={`${nodeKey(edge.from)}>${nodeKey(edge.to)}:${edge.kind}`}>
          {words(edge.from)} → {words(edge.to)} ({edge.kind})
        </li>
      ))}
    </ul>
  );
}
