import type { LineageEdge, LineageGraph, LineageInput, LineageNode } from "@assay/contract";
import { lineage } from "@assay/db";
import { requirePermission } from "../access/require-permission.ts";
import type { ProjectContext, VerbArgs } from "../context.ts";
import { nodeOf } from "./lineage-node.ts";

const MAX_EDGES = 500;
const MAX_STEPS = 20;

type Input = Pick<LineageInput, "node" | "direction">;
type NodeKey = LineageInput["node"];

const keyOf = (node: NodeKey): string => `${node.kind}:${node.id}`;

/** What a node came from and what came of it, walked breadth first up to a bound. */
export async function getLineage({ ctx, input }: VerbArgs<ProjectContext, Input>): Promise<LineageGraph> {
  requirePermission(ctx, "run:read");
  const edges = new Map<string, LineageEdge>();
  let isTruncated = false;
  for (const direction of ["ancestors", "descendants"] as const) {
    if (input.direction !== "both" && input.direction !== direction) continue;
    isTruncated = (await walk(ctx, input.node, direction, edges)) || isTruncated;
  }
  const all = [...edges.values()];
  const nodes = new Map(
    [input.node, ...all.flatMap((edge) => [edge.from, edge.to])].map((node) => [keyOf(node), node]),
  );
  const described = await lineage.describe(ctx.db, ctx.project.id, [...nodes.values()]);
  const shown = [...nodes.values()].map((node): LineageNode => nodeOf(node, described.get(keyOf(node))));
  return { nodes: shown, edges: all, isTruncated };
}

async function walk(
  ctx: ProjectContext,
  start: NodeKey,
  direction: "ancestors" | "descendants",
  edges: Map<string, LineageEdge>,
): Promise<boolean> {
  const seen = new Set([keyOf(start)]);
  let front: NodeKey[] = [start];
  for (let step = 0; step < MAX_STEPS && front.length > 0; step += 1) {
    const room = MAX_EDGES - edges.size;
    const found = await lineage.edgesOf(ctx.db, ctx.project.id, front, direction, room + 1);
    for (const edge of found.slice(0, room)) edges.set(`${keyOf(edge.from)}>${keyOf(edge.to)}>${edge.kind}`, edge);
    if (found.length > room) return true;
    front = found
      .map((edge) => (direction === "ancestors" ? edge.from : edge.to))
      .filter((node) => !seen.has(keyOf(node)));
    front = [...new Map(front.map((node) => [keyOf(node), node])).values()];
    for (const node of front) seen.add(keyOf(node));
  }
  return front.length > 0;
}
