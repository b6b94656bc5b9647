"use client";

import type { RunDetail } from "@assay/contract";
import { Button, Group, Modal, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useUpdateRun } from "./use-update-run.ts";

interface RenameRunDialogProps {
  run: RunDetail;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks for the run's new name. */
export function RenameRunDialog({ run, isOpen, onClose }: RenameRunDialogProps) {
  const update = useUpdateRun(run);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    update({ name: String(new FormData(event.currentTarget).get("name")).trim() });
    onClose();
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title="Rename run">
      <form onSubmit={submit} className="form-stack">
        <TextInput label="Name" name="name" defaultValue={run.name} required maxLength={250} data-autofocus />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Rename</Button>
        </Group>
      </form>
    </Modal>
  );
}
