"use client";

import { Section, SkeletonRows } from "@assay/ui";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { RetentionForm } from "./retention-form.tsx";

/** How long archived runs are kept. */
export function RetentionSection() {
  const settings = useQuery(useTRPC().project.settings.queryOptions(useScope()));
  return (
    <Section title="Retention">
      {settings.isPending && <SkeletonRows rows={2} />}
      {settings.isError && <QueryError error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data !== undefined && <RetentionForm days={settings.data.retention.deleteArchivedRunsAfterDays} />}
    </Section>
  );
}
