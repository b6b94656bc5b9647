"use client";

import type { RunDetail } from "@assay/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyError } from "../../data/notify-error.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

/** Changes a run's name or notes; shown at once, taken back when the server refuses. */
export function useUpdateRun(run: RunDetail) {
  const trpc = useTRPC();
  const scope = useScope();
  const queryClient = useQueryClient();
  const { queryKey } = trpc.run.get.queryOptions({ ...scope, runId: run.id });
  const update = useMutation(
    trpc.run.update.mutationOptions({
      onMutate: ({ name, notes }) => {
        const change = { ...(name === undefined ? {} : { name }), ...(notes === undefined ? {} : { notes }) };
        queryClient.setQueryData(queryKey, (old) => old && { ...old, ...change });
      },
      onError: notifyError,
      onSettled: () => queryClient.invalidateQueries({ queryKey }),
    }),
  );
  return (change: { name: string } | { notes: string }) => update.mutate({ ...scope, runId: run.id, ...change });
}
