import type { LineageEdge } from "@assay/contract";
import type { RunLineageFacts, VersionFacts } from "./lineage-facts.ts";

/** The id of a model version's node: names may hold anything but a slash. */
export const versionNodeId = (modelName: string, number: number): string => `${modelName}/${number}`;
/** The id of an alias' node. */
export const aliasNodeId = (modelName: string, alias: string): string => `${modelName}@${alias}`;

/**
 * All lineage edges a run is responsible for: its inputs, code, parent and fork lead to it; it leads to its logged
 * models, those (or the run itself) to versions, and versions to the aliases that point at them.
 */
export function runEdges(facts: RunLineageFacts): LineageEdge[] {
  const run = { kind: "run", id: facts.runId } as const;
  const edges: LineageEdge[] = facts.datasetIds.map((id) => ({
    from: { kind: "dataset", id },
    to: run,
    kind: "input",
  }));
  for (const id of facts.inputModelIds) edges.push({ from: { kind: "loggedModel", id }, to: run, kind: "input" });
  if (facts.commit !== null) edges.push({ from: { kind: "code", id: facts.commit }, to: run, kind: "input" });
  if (facts.parentRunId !== null) {
    edges.push({ from: { kind: "run", id: facts.parentRunId }, to: run, kind: "parent" });
  }
  if (facts.forkedFromRunId !== null) {
    edges.push({ from: { kind: "run", id: facts.forkedFromRunId }, to: run, kind: "forked" });
  }
  for (const id of facts.loggedModelIds) {
    edges.push({ from: run, to: { kind: "loggedModel", id }, kind: "produced" });
  }
  return [...edges, ...facts.versions.flatMap((version) => versionEdges(facts.runId, version))];
}

function versionEdges(runId: string, version: VersionFacts): LineageEdge[] {
  const node = { kind: "modelVersion", id: versionNodeId(version.modelName, version.number) } as const;
  const origin: LineageEdge["from"] =
    version.loggedModelId === null ? { kind: "run", id: runId } : { kind: "loggedModel", id: version.loggedModelId };
  const aliases = version.aliases.map(
    (alias): LineageEdge => ({
      from: node,
      to: { kind: "alias", id: aliasNodeId(version.modelName, alias) },
      kind: "aliased",
    }),
  );
  return [{ from: origin, to: node, kind: "registered" }, ...aliases];
}
