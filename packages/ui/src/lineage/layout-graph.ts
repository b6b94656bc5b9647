import type { LineageGraph } from "@assay/contract";
import type { ELK, ElkNode } from "elkjs/lib/elk-api.js";
import { nodeKey } from "./node-key.ts";

export const NODE_WIDTH = 208;
export const NODE_HEIGHT = 56;

export interface NodePlace {
  x: number;
  y: number;
}

/** Which way effects lie: to the right where there is room, below on a narrow screen. */
export type GraphDirection = "right" | "down";

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.spacing.nodeNode": "20",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
};

const DIRECTIONS = {
  right: { "elk.direction": "RIGHT", "elk.layered.spacing.nodeNodeBetweenLayers": "88" },
  down: { "elk.direction": "DOWN", "elk.layered.spacing.nodeNodeBetweenLayers": "44" },
} as const;

let engine: Promise<ELK> | undefined;

/** The layout engine is large, so it is fetched when the first graph is drawn. */
function loadEngine(): Promise<ELK> {
  engine ??= import("elkjs/lib/elk.bundled.js").then(({ default: Engine }) => new Engine());
  return engine;
}

/** Places the nodes of a graph from cause to effect. */
export async function layoutGraph(graph: LineageGraph, direction: GraphDirection): Promise<Map<string, NodePlace>> {
  const elk = await loadEngine();
  const input: ElkNode = {
    id: "graph",
    layoutOptions: { ...OPTIONS, ...DIRECTIONS[direction] },
    children: graph.nodes.map((node) => ({ id: nodeKey(node), width: NODE_WIDTH, height: NODE_HEIGHT })),
    edges: graph.edges.map((edge, index) => ({
      id: `edge-${index}`,
      sources: [nodeKey(edge.from)],
      targets: [nodeKey(edge.to)],
    })),
  };
  const placed = await elk.layout(input);
  return new Map((placed.children ?? []).map((node) => [node.id, { x: node.x ?? 0, y: node.y ?? 0 }]));
}
