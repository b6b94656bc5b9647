"use client";

import { useQuery } from "@tanstack/react-query";
import { experimentPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { CrumbMenu } from "./crumb-menu.tsx";

/** The experiment in the breadcrumb. */
export function ExperimentCrumb({ number }: { number: number }) {
  const trpc = useTRPC();
  const scope = useScope();
  const { data = [] } = useQuery(trpc.experiment.list.queryOptions(scope));
  const choices = data.map((experiment) => ({
    key: String(experiment.number),
    label: experiment.name,
    href: experimentPath(scope, experiment.number),
  }));
  const current = choices.find((choice) => choice.key === String(number)) ?? {
    key: String(number),
    label: `Experiment ${number}`,
    href: experimentPath(scope, number),
  };
  return <CrumbMenu what="experiment" current={current} choices={choices} />;
}
