"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useLiveEvents } from "../../data/live/live-context.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

const REFRESH_MS = 4_000;

/** The metric, param and tag keys of an experiment's runs; new ones show within seconds. */
export function useRunKeys(experiment: number) {
  const trpc = useTRPC();
  const scope = useScope();
  const queryClient = useQueryClient();
  const refreshedAtMs = useRef(0);
  const options = trpc.run.keys.queryOptions({ ...scope, experiments: [experiment] });
  useLiveEvents(() => {
    if (Date.now() - refreshedAtMs.current < REFRESH_MS) return;
    refreshedAtMs.current = Date.now();
    void queryClient.invalidateQueries({ queryKey: options.queryKey });
  });
  return useQuery({ ...options, placeholderData: keepPreviousData });
}
