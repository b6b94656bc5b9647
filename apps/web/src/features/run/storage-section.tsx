"use client";

import type { RunDetail } from "@assay/contract";
import { Section, SkeletonRows } from "@assay/ui";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { UsageFacts } from "../deletion/usage-facts.tsx";

/** What the run takes up. */
export function StorageSection({ run }: { run: RunDetail }) {
  const usage = useQuery(useTRPC().run.usage.queryOptions({ ...useScope(), runIds: [run.id] }, { staleTime: 30_000 }));
  return (
    <Section title="Storage">
      {usage.isPending && <SkeletonRows rows={3} />}
      {usage.isError && <QueryError error={usage.error} onRetry={() => void usage.refetch()} />}
      {usage.data !== undefined && <UsageFacts usage={usage.data} />}
    </Section>
  );
}
