"use client";

import { Select } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { projectPath } from "../../data/paths.ts";
import { useTRPC } from "../../data/trpc.ts";
import { CreateButton } from "../create/create-button.tsx";

const VISIBILITIES = [
  { value: "workspace", label: "Everyone in the workspace" },
  { value: "private", label: "Only people added to it" },
];

/** Opens the dialog that creates a project and goes there. */
export function CreateProjectButton({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [visibility, setVisibility] = useState<"workspace" | "private">("workspace");
  const create = useMutation(
    trpc.project.create.mutationOptions({
      onSuccess: async (project) => {
        await queryClient.invalidateQueries(trpc.project.list.queryFilter());
        router.push(projectPath({ workspace, project: project.slug }));
      },
    }),
  );
  return (
    <CreateButton
      what="project"
      maxDescriptionLength={2_000}
      variant="filled"
      create={(fields) => create.mutate({ workspace, ...fields, visibility })}
      isPending={create.isPending}
      error={create.error}
    >
      <Select
        label="Who sees it"
        data={VISIBILITIES}
        value={visibility}
        onChange={(value) => setVisibility(value === "private" ? "private" : "workspace")}
        allowDeselect={false}
      />
    </CreateButton>
  );
}
