"use client";

import type { LineageNode, LineageNodeKind } from "@assay/contract";
import { EmptyState } from "@assay/ui";
import { Anchor, Skeleton, Text, useComputedColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useCallback, useMemo } from "react";
import { withinProject } from "../../data/paths.ts";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { PageLink } from "../shell/page-link.tsx";
import "./lineage-panel.css";

const LineageGraph = dynamic(() => import("@assay/ui/lineage").then((module) => module.LineageGraph), { ssr: false });

interface LineagePanelProps {
  kind: LineageNodeKind;
  id: string;
}

/** Everything before and after a thing, from data and code to aliases. */
export function LineagePanel({ kind, id }: LineagePanelProps) {
  const trpc = useTRPC();
  const scope = useScope();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: true });
  const focus = useMemo(() => ({ kind, id }), [kind, id]);
  const lineage = useQuery(trpc.lineage.get.queryOptions({ ...scope, node: focus, direction: "both" }));
  const renderLabel = useCallback(
    (node: LineageNode) =>
      node.href === null ? (
        node.label
      ) : (
        <Anchor component={PageLink} href={withinProject(scope, node.href)} fz={13}>
          {node.label}
        </Anchor>
      ),
    [scope],
  );
  if (lineage.isError) return <QueryError error={lineage.error} onRetry={() => void lineage.refetch()} />;
  if (lineage.data?.edges.length === 0) {
    return (
      <EmptyState title="Nothing is linked yet">
        <p>Datasets, code, models and aliases appear here as the run logs them. The links follow within seconds.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="lineage-panel" data-testid="lineage-graph">
        {lineage.data === undefined ? (
          <Skeleton height="100%" />
        ) : (
          <LineageGraph graph={lineage.data} focus={focus} scheme={scheme} renderLabel={renderLabel} />
        )}
      </div>
      {lineage.data?.isTruncated === true && (
        <Text c="dimmed" size="xs" p="sm">
          The graph goes on beyond what is drawn. Open one of its nodes to follow it from there.
        </Text>
      )}
    </>
  );
}
