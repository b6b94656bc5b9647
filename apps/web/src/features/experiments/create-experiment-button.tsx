"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { experimentPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { CreateButton } from "../create/create-button.tsx";

/** Opens the dialog that creates an experiment and goes there. */
export function CreateExperimentButton() {
  const trpc = useTRPC();
  const scope = useScope();
  const router = useRouter();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.experiment.create.mutationOptions({
      onSuccess: async (experiment) => {
        await queryClient.invalidateQueries(trpc.experiment.list.queryFilter());
        router.push(experimentPath(scope, experiment.number));
      },
    }),
  );
  return (
    <CreateButton
      what="experiment"
      maxDescriptionLength={10_000}
      nameHint="A script that names the same experiment logs into it."
      create={(fields) => create.mutate({ ...scope, ...fields })}
      isPending={create.isPending}
      error={create.error}
    />
  );
}
