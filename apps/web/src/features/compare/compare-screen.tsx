"use client";

import { RunId } from "@assay/contract";
import { EmptyState, plural } from "@assay/ui";
import { skipToken, useQuery } from "@tanstack/react-query";
import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { useMemo } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { ChartGrid } from "../charts/chart-grid.tsx";
import { useChartSubject } from "../charts/use-chart-subject.ts";
import { CompareView } from "./compare-view.tsx";

const runList = parseAsArrayOf(parseAsString).withDefault([]);

/** The chosen runs side by side, then their curves over one another. */
export function CompareScreen() {
  const trpc = useTRPC();
  const scope = useScope();
  const [wanted] = useQueryState("runs", runList);
  const wantedKey = wanted.filter((id) => RunId.safeParse(id).success).join();
  const ids = useMemo(() => (wantedKey === "" ? [] : wantedKey.split(",")), [wantedKey]);
  const details = useQuery(trpc.run.getMany.queryOptions(ids.length === 0 ? skipToken : { ...scope, runIds: ids }));
  const found = details.data ?? [];
  const subject = useChartSubject(ids.flatMap((id) => found.find((run) => run.id === id) ?? []));
  const { runs } = subject;
  const keyList = [...new Set(found.flatMap((run) => run.metrics.map((metric) => metric.key)))].join("\n");
  const keys = useMemo(() => (keyList === "" ? [] : keyList.split("\n")), [keyList]);

  if (ids.length === 0) {
    return (
      <div className="screen">
        <EmptyState title="Choose runs to compare">
          <p>Select two or more runs in an experiment and press Compare, or c.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="screen">
      <header className="screen-head">
        <h1 className="screen-title">Compare {plural(ids.length, "run")}</h1>
      </header>
      {details.isError ? (
        <QueryError error={details.error} onRetry={() => void details.refetch()} />
      ) : (
        <>
          <CompareView runs={runs.length > 0 ? runs : ids.map((id) => ({ id }))} />
          {keys.length > 0 && <ChartGrid subject={subject} keys={keys} />}
        </>
      )}
    </div>
  );
}
