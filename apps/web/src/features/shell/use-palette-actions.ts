"use client";

import type { SpotlightActionGroupData } from "@mantine/spotlight";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { experimentPath, modelPath, projectPath, runPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { nameFilter } from "./name-filter.ts";

const MOST_RUNS = 8;

/** Everything the palette can go to: what the project holds, and runs whose name contains the query. */
export function usePaletteActions(isOpen: boolean, query: string): SpotlightActionGroupData[] {
  const trpc = useTRPC();
  const scope = useScope();
  const router = useRouter();
  const filter = nameFilter(query);
  const projects = useQuery(trpc.project.list.queryOptions(isOpen ? { workspace: scope.workspace } : skipToken));
  const experiments = useQuery(trpc.experiment.list.queryOptions(isOpen ? scope : skipToken));
  const models = useQuery(trpc.model.list.queryOptions(isOpen ? scope : skipToken));
  const runs = useQuery(
    trpc.run.search.queryOptions(isOpen ? { ...scope, filter, limit: MOST_RUNS } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  );
  const action = (kind: string, id: string, label: string, description: string, href: string) => ({
    id: `${kind}:${id}`,
    label,
    description,
    onClick: () => router.push(href),
  });
  return [
    {
      group: "Experiments",
      actions: (experiments.data ?? []).map((item) =>
        action("experiment", item.id, item.name, item.description, experimentPath(scope, item.number)),
      ),
    },
    {
      group: "Runs",
      actions: (runs.data?.items ?? []).map((item) =>
        action("run", item.id, item.name, `${item.experimentName} · ${item.status}`, runPath(scope, item.id)),
      ),
    },
    {
      group: "Models",
      actions: (models.data ?? []).map((item) =>
        action("model", item.id, item.name, item.description, modelPath(scope, item.name)),
      ),
    },
    {
      group: "Projects",
      actions: (projects.data ?? []).map((item) =>
        action("project", item.id, item.name, item.description, projectPath({ ...scope, project: item.slug })),
      ),
    },
  ];
}
