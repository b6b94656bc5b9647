"use client";

import { useQuery } from "@tanstack/react-query";
import { projectPath } from "../../data/paths.ts";
import { useTRPC } from "../../data/trpc.ts";
import { CrumbMenu } from "./crumb-menu.tsx";

/** The project in the breadcrumb. */
export function ProjectCrumb({ workspace, project }: { workspace: string; project: string }) {
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.project.list.queryOptions({ workspace }));
  const choices = data.map(({ slug, name }) => ({
    key: slug,
    label: name,
    href: projectPath({ workspace, project: slug }),
  }));
  const current = choices.find((choice) => choice.key === project) ?? {
    key: project,
    label: project,
    href: projectPath({ workspace, project }),
  };
  return <CrumbMenu what="project" current={current} choices={choices} />;
}
