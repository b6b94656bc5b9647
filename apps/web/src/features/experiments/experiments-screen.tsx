"use client";

import { plural, SkeletonRows } from "@assay/ui";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { StartGuide } from "../start/start-guide.tsx";
import { CreateExperimentButton } from "./create-experiment-button.tsx";
import { ExperimentTable } from "./experiment-table.tsx";

/** A project's experiments; while nothing was logged yet, how to log the first run. */
export function ExperimentsScreen() {
  const trpc = useTRPC();
  const scope = useScope();
  const project = useQuery(trpc.project.get.queryOptions(scope));
  const experiments = useQuery(trpc.experiment.list.queryOptions(scope));
  const list = experiments.data ?? [];
  const hasRuns = list.some((experiment) => experiment.runCount > 0);
  const runCount = list.reduce((sum, experiment) => sum + experiment.runCount, 0);
  return (
    <div className="screen">
      <header className="screen-head">
        <h1 className="screen-title">{project.data?.name ?? scope.project}</h1>
        {experiments.data !== undefined && (
          <span className="screen-note assay-figures">
            {plural(list.length, "experiment")} · {plural(runCount, "run")}
          </span>
        )}
        <span className="screen-actions">
          <CreateExperimentButton />
        </span>
      </header>
      {project.isError && <QueryError error={project.error} onRetry={() => void project.refetch()} />}
      {experiments.isPending && <SkeletonRows rows={6} height={37} />}
      {experiments.isError && !project.isError && (
        <QueryError error={experiments.error} onRetry={() => void experiments.refetch()} />
      )}
      {list.length > 0 && <ExperimentTable experiments={list} />}
      {experiments.isSuccess && !hasRuns && <StartGuide experiment={null} />}
    </div>
  );
}
