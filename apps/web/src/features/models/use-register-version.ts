"use client";

import type { RegisterVersionInput } from "@assay/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { errorCode } from "../../data/error-code.ts";
import { versionPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC, useTRPCClient } from "../../data/trpc.ts";

interface Registration {
  name: string;
  isNew: boolean;
  source: RegisterVersionInput["source"];
  description: string;
}

/** Registers a version and goes to its page; creates the model first when there is none of that name. */
export function useRegisterVersion() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const scope = useScope();
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, isNew, source, description }: Registration) => {
      if (isNew) {
        await client.model.create.mutate({ ...scope, name }).catch((error: unknown) => {
          // Somebody made it a moment ago: then there is a model to add the version to.
          if (errorCode(error) !== "CONFLICT") throw error;
        });
      }
      return await client.modelVersion.register.mutate({ ...scope, name, source, description });
    },
    onSuccess: async (version) => {
      await queryClient.invalidateQueries({ queryKey: trpc.model.pathKey() });
      router.push(versionPath(scope, version.modelName, version.number));
    },
  });
}
