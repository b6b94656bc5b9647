"use client";

import { Section, SkeletonRows, TimeText } from "@assay/ui";
import { Text, Timeline } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { aliasEventText } from "./alias-event-text.ts";

/** Every move of every alias, newest first. */
export function AliasHistory({ name }: { name: string }) {
  const trpc = useTRPC();
  const scope = useScope();
  const events = useQuery(trpc.model.aliasEvents.queryOptions({ ...scope, name }));
  return (
    <Section title="Alias history">
      {events.isPending && <SkeletonRows rows={3} />}
      {events.isError && <QueryError error={events.error} onRetry={() => void events.refetch()} />}
      {events.data?.length === 0 && (
        <Text c="dimmed" p="md">
          Each move of an alias is kept here with who, when and why.
        </Text>
      )}
      {events.data !== undefined && events.data.length > 0 && (
        <Timeline bulletSize={10} lineWidth={1} p="md" active={-1}>
          {events.data.map((event) => (
            <Timeline.Item key={`${event.alias}:${event.movedAtMs}`} title={aliasEventText(event)}>
              {event.reason !== "" && <Text>{event.reason}</Text>}
              <Text c="dimmed" size="xs">
                {event.movedBy}, <TimeText timeMs={event.movedAtMs} />
              </Text>
            </Timeline.Item>
          ))}
        </Timeline>
      )}
    </Section>
  );
}
