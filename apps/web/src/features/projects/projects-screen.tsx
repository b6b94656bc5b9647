"use client";

import { EmptyState, SkeletonRows } from "@assay/ui";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useTRPC } from "../../data/trpc.ts";
import { ArchivedProjects } from "./archived-projects.tsx";
import { CreateProjectButton } from "./create-project-button.tsx";
import { ProjectTable } from "./project-table.tsx";

/** A workspace's projects, most recently active first. */
export function ProjectsScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const projects = useQuery(trpc.project.list.queryOptions({ workspace }));
  return (
    <div className="screen">
      <header className="screen-head">
        <h1 className="screen-title">Projects</h1>
        <span className="screen-actions">
          <CreateProjectButton workspace={workspace} />
        </span>
      </header>
      {projects.isPending && <SkeletonRows rows={4} height={37} />}
      {projects.isError && <QueryError error={projects.error} onRetry={() => void projects.refetch()} />}
      {projects.data?.length === 0 && (
        <EmptyState title="No projects yet">
          <p>A project holds the experiments, runs and models of one piece of work. Create one to log the first run.</p>
        </EmptyState>
      )}
      {projects.data !== undefined && projects.data.length > 0 && (
        <ProjectTable workspace={workspace} projects={projects.data} />
      )}
      <ArchivedProjects workspace={workspace} />
    </div>
  );
}
