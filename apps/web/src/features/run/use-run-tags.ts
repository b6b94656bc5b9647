"use client";

import type { RunDetail } from "@assay/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyError } from "../../data/notify-error.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

/** Sets and removes tags; shown at once, taken back when the server refuses. */
export function useRunTags(run: RunDetail) {
  const trpc = useTRPC();
  const scope = useScope();
  const queryClient = useQueryClient();
  const input = { ...scope, runId: run.id };
  const { queryKey } = trpc.run.get.queryOptions(input);
  const show = (change: (tags: Record<string, string>) => Record<string, string>) =>
    queryClient.setQueryData(queryKey, (old) => old && { ...old, tags: change(old.tags) });
  const options = { onError: notifyError, onSettled: () => queryClient.invalidateQueries({ queryKey }) };
  const setting = useMutation(trpc.run.setTags.mutationOptions(options));
  const deleting = useMutation(trpc.run.deleteTag.mutationOptions(options));
  return {
    setTag: (key: string, value: string) => {
      show((tags) => ({ ...tags, [key]: value }));
      setting.mutate({ ...input, tags: { [key]: value } });
    },
    deleteTag: (key: string) => {
      show((tags) => Object.fromEntries(Object.entries(tags).filter(([other]) => other !== key)));
      deleting.mutate({ ...input, key });
    },
  };
}
