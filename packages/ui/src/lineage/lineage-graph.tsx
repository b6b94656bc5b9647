import type { LineageGraph as Graph, LineageNode, LineageNodeKind } from "@assay/contract";
import { useElementSize } from "@mantine/hooks";
import { Background, BackgroundVariant, Controls, MarkerType, ReactFlow } from "@xyflow/react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { ColourScheme } from "../theme/colour-scheme.ts";
import { type GraphDirection, layoutGraph, NODE_HEIGHT, NODE_WIDTH, type NodePlace } from "./layout-graph.ts";
import { LineageList } from "./lineage-list.tsx";
import { type LineageFlowNode, LineageNodeView } from "./lineage-node-view.tsx";
import { nodeKey } from "./node-key.ts";
import "@xyflow/react/dist/style.css";
import "./lineage.css";

interface LineageGraphProps {
  graph: Graph;
  focus: { kind: LineageNodeKind; id: string };
  scheme: ColourScheme;
  /** The node's name, as a link where it has a page. */
  renderLabel: (node: LineageNode) => ReactNode;
}

const NODE_TYPES = { lineage: LineageNodeView };

const NARROW_PX = 640;

interface Layout {
  places: ReadonlyMap<string, NodePlace>;
  direction: GraphDirection;
}

function flowNodes(props: LineageGraphProps, { places, direction }: Layout): LineageFlowNode[] {
  const { graph, focus, renderLabel } = props;
  return graph.nodes.map((node) => ({
    id: nodeKey(node),
    type: "lineage",
    position: places.get(nodeKey(node)) ?? { x: 0, y: 0 },
    width: NODE_WIDTH,
    height: NODE_HEIGHT,
    focusable: false,
    data: { node, isFocus: nodeKey(node) === nodeKey(focus), isVertical: direction === "down", renderLabel },
  }));
}

function flowEdges(graph: Graph) {
  return graph.edges.map((edge) => ({
    id: `${nodeKey(edge.from)}>${nodeKey(edge.to)}:${edge.kind}`,
    source: nodeKey(edge.from),
    target: nodeKey(edge.to),
    label: edge.kind,
    focusable: false,
    markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14 },
  }));
}

/** The chain from data and code to aliases. Fills its parent; the same facts follow as a list for screen readers. */
export function LineageGraph(props: LineageGraphProps) {
  const { graph, scheme } = props;
  const { ref, width } = useElementSize();
  const direction: GraphDirection | null = width === 0 ? null : width < NARROW_PX ? "down" : "right";
  const [layout, setLayout] = useState<Layout | null>(null);

  useEffect(() => {
    if (direction === null) return;
    let isCurrent = true;
    void layoutGraph(graph, direction).then((places) => {
      if (isCurrent) setLayout({ places, direction });
    });
    return () => {
      isCurrent = false;
    };
  }, [graph, direction]);

  const nodes = useMemo(() => (layout === null ? [] : flowNodes(props, layout)), [layout, props]);
  const edges = useMemo(() => flowEdges(graph), [graph]);
  return (
    <div ref={ref} className="assay-lineage">
      {layout !== null && (
        <ReactFlow
          key={`${layout.direction}:${nodes.map((node) => node.id).join()}`}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          colorMode={scheme}
          fitView
          fitViewOptions={{ padding: 0.1, maxZoom: 1 }}
          minZoom={0.2}
          maxZoom={1.5}
          nodesDraggable={false}
          nodesConnectable={false}
          elementsSelectable={false}
          zoomOnScroll={false}
          preventScrolling={false}
          proOptions={{ hideAttribution: true }}
        >
          <Background variant={BackgroundVariant.Dots} gap={16} size={1} />
          <Controls showInteractive={false} />
        </ReactFlow>
      )}
      <LineageList graph={graph} />
    </div>
  );
}
