"use client";

import { plural } from "@assay/ui";
import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

const TYPING_MS = 200;

/** How many runs would go now. */
export function RetentionPreviewText({ days }: { days: number }) {
  const [settled] = useDebouncedValue(days, TYPING_MS);
  const input = { ...useScope(), days: settled };
  const preview = useQuery(
    useTRPC().project.retentionPreview.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  if (preview.data === undefined) return <Text c="dimmed">Counting…</Text>;
  const { due, kept } = preview.data;
  return (
    <Text role="status">
      {due === 0 ? "No run would be deleted now." : `${plural(due, "run")} would be deleted tonight, for good.`}
      {kept > 0 && ` ${plural(kept, "run")} older than that stay: a registered version or a fork needs them.`}
    </Text>
  );
}
