import type { LineageNode, LineageNodeKind } from "@assay/contract";
import { IconBox, IconCode, IconDatabase, IconPackage, IconPlayerPlay, IconTag } from "@tabler/icons-react";
import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import type { ComponentType, ReactNode } from "react";

export const KIND_WORDS: Record<LineageNodeKind, string> = {
  dataset: "Dataset",
  run: "Run",
  loggedModel: "Logged model",
  modelVersion: "Model version",
  alias: "Alias",
  code: "Code",
};

const ICONS: Record<LineageNodeKind, ComponentType<{ size: number; "aria-hidden": true }>> = {
  dataset: IconDatabase,
  run: IconPlayerPlay,
  loggedModel: IconBox,
  modelVersion: IconPackage,
  alias: IconTag,
  code: IconCode,
};

export type LineageFlowNode = Node<
  { node: LineageNode; isFocus: boolean; isVertical: boolean; renderLabel: (node: LineageNode) => ReactNode },
  "lineage"
>;

/** One thing in the chain: what it is, its name, a telling detail. */
export function LineageNodeView({ data }: NodeProps<LineageFlowNode>) {
  const { node, isFocus, isVertical, renderLabel } = data;
  const Icon = ICONS[node.kind];
  return (
    <div className="assay-lineage-node" data-focus={isFocus || undefined} data-kind={node.kind}>
      <Handle type="target" position={isVertical ? Position.Top : Position.Left} isConnectable={false} />
      <span className="assay-lineage-kind">
        <Icon size={12} aria-hidden />
        {KIND_WORDS[node.kind]}
        {node.detail !== "" && (
          <span className="assay-truncate" title={node.detail}>
            · {node.detail}
          </span>
        )}
      </span>
      <span className="assay-truncate assay-lineage-label" title={node.label}>
        {renderLabel(node)}
      </span>
      <Handle type="source" position={isVertical ? Position.Bottom : Position.Right} isConnectable={false} />
    </div>
  );
}
