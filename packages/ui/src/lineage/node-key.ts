import type { LineageNodeKind } from "@assay/contract";

/** A name for a node that is unique in the whole graph. */
export function nodeKey(node: { kind: LineageNodeKind; id: string }): string {
  return `${node.kind}:${node.id}`;
}
