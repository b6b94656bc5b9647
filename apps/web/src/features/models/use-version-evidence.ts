"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import type { VersionEvidence } from "./version-changes.ts";

/** A version with the run and data behind it; null until all of it is there. */
export function useVersionEvidence(name: string, number: number | null): VersionEvidence | null {
  const trpc = useTRPC();
  const scope = useScope();
  const version = useQuery(
    trpc.modelVersion.get.queryOptions(number === null ? skipToken : { ...scope, name, version: number }),
  );
  const runId = version.data?.sourceRun?.id;
  const runInput = runId === undefined ? skipToken : { ...scope, runId };
  const run = useQuery(trpc.run.get.queryOptions(runInput));
  const datasets = useQuery(trpc.run.datasets.queryOptions(runInput));
  if (version.data === undefined) return null;
  if (runId !== undefined && (run.isPending || datasets.isPending)) return null;
  return { version: version.data, run: run.data, datasets: datasets.data ?? [] };
}
