"use client";

import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";

interface SaveViewDialogProps {
  screen: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Gives the present address a name. */
export function SaveViewDialog({ screen, isOpen, onClose }: SaveViewDialogProps) {
  const trpc = useTRPC();
  const scope = useScope();
  const queryClient = useQueryClient();
  const save = useMutation(
    trpc.view.save.mutationOptions({
      onSuccess: async () => {
        onClose();
        await queryClient.invalidateQueries(trpc.view.list.queryFilter());
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name"));
    save.mutate({ ...scope, name, screen, state: window.location.search.replace(/^\?/, "") });
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title="Save this view">
      <form onSubmit={submit} className="form-stack">
        <TextInput
          label="Name"
          description="Everyone in the project can open it."
          name="name"
          required
          maxLength={250}
          data-autofocus
        />
        {save.isError && <QueryError error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save view
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
