"use client";

import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { QueryError } from "../../data/query-error.tsx";

interface ConfirmDeletionProps {
  title: string;
  /** What must be typed before anything happens. */
  expected: string;
  /** What that is: `the run's name`. */
  what: string;
  isPending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Says what goes for good, and lets it go only once the name was typed. */
export function ConfirmDeletion(props: ConfirmDeletionProps) {
  const { title, expected, what, isPending, error, onConfirm, onClose, children } = props;
  const [typed, setTyped] = useState("");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typed.trim() === expected) onConfirm();
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {children}
          <TextInput
            label={`To confirm, type ${what}: ${expected}`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
          {error !== null && <QueryError error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red" disabled={typed.trim() !== expected} loading={isPending}>
              Delete for good
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
