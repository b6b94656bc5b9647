"use client";

import { Button, Group, NumberInput, Stack, Switch } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { useMay } from "../../data/use-may.ts";
import { RetentionPreviewText } from "./retention-preview-text.tsx";

const MONTH_DAYS = 30;
const MOST_DAYS = 3_650;

/** Shows how long archived runs are kept, and lets those change it who may. */
export function RetentionForm({ days: saved }: { days: number | null }) {
  const trpc = useTRPC();
  const scope = useScope();
  const queryClient = useQueryClient();
  const mayChange = useMay("project:manage");
  const [isOn, setOn] = useState(saved !== null);
  const [days, setDays] = useState(saved ?? MONTH_DAYS);
  const chosen = isOn ? days : null;
  const save = useMutation(
    trpc.project.updateSettings.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: "Retention saved" });
        await queryClient.invalidateQueries(trpc.project.settings.queryFilter());
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate({ ...scope, retention: { deleteArchivedRunsAfterDays: chosen } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" p="md">
        <Switch
          label="Delete archived runs for good after a while"
          checked={isOn}
          disabled={!mayChange}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        {isOn && (
          <>
            <NumberInput
              label="Days after they were archived"
              value={days}
              min={1}
              max={MOST_DAYS}
              allowDecimal={false}
              clampBehavior="strict"
              disabled={!mayChange}
              maw={240}
              onChange={(value) => setDays(Math.max(1, Number(value)))}
            />
            <RetentionPreviewText days={days} />
          </>
        )}
        {save.isError && <QueryError error={save.error} />}
        {mayChange && (
          <Group>
            <Button type="submit" disabled={chosen === saved} loading={save.isPending}>
              Save retention
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
