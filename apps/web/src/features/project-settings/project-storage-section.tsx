"use client";

import { plural, Section, SkeletonRows } from "@assay/ui";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { UsageFacts } from "../deletion/usage-facts.tsx";

/** What the project takes up. */
export function ProjectStorageSection() {
  const usage = useQuery(useTRPC().project.usage.queryOptions(useScope()));
  const aside = usage.data === undefined ? undefined : plural(usage.data.runs, "run");
  return (
    <Section title="Storage" aside={aside}>
      {usage.isPending && <SkeletonRows rows={3} />}
      {usage.isError && <QueryError error={usage.error} onRetry={() => void usage.refetch()} />}
      {usage.data !== undefined && <UsageFacts usage={usage.data} />}
    </Section>
  );
}
