import { z } from "zod";
import { Slug, storedText } from "./text.ts";

export const LineageNodeKind = z.enum(["dataset", "run", "loggedModel", "modelVersion", "alias", "code"]);
export type LineageNodeKind = z.infer<typeof LineageNodeKind>;

/** How the node an edge starts from brought about the one it ends at. */
export const LineageEdgeKind = z.enum(["input", "produced", "registered", "aliased", "forked", "parent"]);
export type LineageEdgeKind = z.infer<typeof LineageEdgeKind>;

/** `id` is unique within its kind; `href` is a path within the project. */
export const LineageNode = z.object({
  kind: LineageNodeKind,
  id: z.string(),
  label: z.string(),
  detail: z.string(),
  href: z.string().nullable(),
});
export type LineageNode = z.infer<typeof LineageNode>;

export const LineageEdge = z.object({
  from: z.object({ kind: LineageNodeKind, id: z.string() }),
  to: z.object({ kind: LineageNodeKind, id: z.string() }),
  kind: LineageEdgeKind,
});
export type LineageEdge = z.infer<typeof LineageEdge>;

export const LineageGraph = z.object({
  nodes: z.array(LineageNode),
  edges: z.array(LineageEdge),
  /** True when the walk stopped at its bound and the graph goes on. */
  isTruncated: z.boolean(),
});
export type LineageGraph = z.infer<typeof LineageGraph>;

export const LineageInput = z.strictObject({
  workspace: Slug,
  project: Slug,
  node: z.strictObject({ kind: LineageNodeKind, id: storedText(300).min(1) }),
  direction: z.enum(["ancestors", "descendants", "both"]).default("both"),
});
export type LineageInput = z.infer<typeof LineageInput>;
