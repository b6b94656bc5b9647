"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../data/trpc.ts";

/** Fetches again whatever shows models, versions, aliases or lineage. */
export function useRefreshRegistry(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    const keys = [trpc.model.pathKey(), trpc.modelVersion.pathKey(), trpc.lineage.pathKey()];
    await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  };
}
