"use client";

import type { LogStream, RunId } from "@assay/contract";
import { useQuery } from "@tanstack/react-query";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

/** How many lines there are, asked again with each live event of the log. */
export function useLogCount(runId: RunId, stream: LogStream | null) {
  const trpc = useTRPC();
  const scope = useScope();
  const position = { kind: "end" } as const;
  return useQuery(trpc.log.read.queryOptions({ ...scope, runId, stream, position, limit: 0 }));
}
