"use client";

import { Button, Group, Modal, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { modelPath } from "../../data/paths.ts";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

/** Opens the dialog that creates an empty registered model. */
export function CreateModelButton() {
  const trpc = useTRPC();
  const scope = useScope();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const create = useMutation(
    trpc.model.create.mutationOptions({
      onSuccess: async (model) => {
        await queryClient.invalidateQueries(trpc.model.list.queryFilter());
        router.push(modelPath(scope, model.name));
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    create.mutate({ ...scope, name: String(form.get("name")), description: String(form.get("description") ?? "") });
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        Create model
      </Button>
      <Modal opened={isOpen} onClose={close} title="Create model">
        <form onSubmit={submit} className="form-stack">
          <TextInput
            label="Name"
            description="Part of addresses and of models:/name/1"
            name="name"
            required
            maxLength={250}
            data-autofocus
          />
          <Textarea label="Description" name="description" rows={3} />
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
