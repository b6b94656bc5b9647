"use client";

import { Button, Group, Modal, Select, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { projectPath } from "../../data/paths.ts";
import { QueryError } from "../../data/query-error.tsx";
import { useTRPC } from "../../data/trpc.ts";

/** Opens the dialog that creates a project and goes there. */
export function CreateProjectButton({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [visibility, setVisibility] = useState<"workspace" | "private">("workspace");
  const create = useMutation(
    trpc.project.create.mutationOptions({
      onSuccess: async (project) => {
        await queryClient.invalidateQueries(trpc.project.list.queryFilter());
        router.push(projectPath({ workspace, project: project.slug }));
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    create.mutate({ workspace, name: text("name"), description: text("description"), visibility });
  };
  return (
    <>
      <Button onClick={open}>Create project</Button>
      <Modal opened={isOpen} onClose={close} title="Create project">
        <form onSubmit={submit} className="form-stack">
          <TextInput label="Name" name="name" required maxLength={250} data-autofocus />
          <Textarea label="Description" name="description" rows={3} maxLength={2_000} />
          <Select
            label="Who sees it"
            data={[
              { value: "workspace", label: "Everyone in the workspace" },
              { value: "private", label: "Only people added to it" },
            ]}
            value={visibility}
            onChange={(value) => setVisibility(value === "private" ? "private" : "workspace")}
            allowDeselect={false}
          />
          {create.isError && <QueryError error={create.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending}>
              Create
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
