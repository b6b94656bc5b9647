"use client";

import type { LogStream, RunId } from "@assay/contract";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

/** Where a line of the run stands in what is shown; null while that is not known. */
export function useLineOffset(runId: RunId, stream: LogStream | null, line: number | null): number | null {
  const trpc = useTRPC();
  const scope = useScope();
  const isAsked = stream !== null && line !== null && line > 0;
  const input = isAsked && { ...scope, runId, stream, position: { kind: "line", number: line } as const, limit: 0 };
  const found = useQuery(trpc.log.read.queryOptions(input === false ? skipToken : input));
  if (line === null) return null;
  return stream === null ? line - 1 : (found.data?.offset ?? null);
}
