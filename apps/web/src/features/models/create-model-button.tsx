"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { modelPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { CreateButton } from "../create/create-button.tsx";

/** Opens the dialog that creates an empty registered model. */
export function CreateModelButton() {
  const trpc = useTRPC();
  const scope = useScope();
  const router = useRouter();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.model.create.mutationOptions({
      onSuccess: async (model) => {
        await queryClient.invalidateQueries(trpc.model.list.queryFilter());
        router.push(modelPath(scope, model.name));
      },
    }),
  );
  return (
    <CreateButton
      what="model"
      maxDescriptionLength={100_000}
      nameHint="Part of addresses and of models:/name/1"
      create={(fields) => create.mutate({ ...scope, ...fields })}
      isPending={create.isPending}
      error={create.error}
    />
  );
}
