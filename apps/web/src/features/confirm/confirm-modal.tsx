"use client";

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { QueryError } from "../../data/query-error.tsx";

interface ConfirmModalProps {
  title: string;
  /** What the button that does it says: `Revoke token`. */
  action: string;
  isOpen: boolean;
  /** The mutation that does it: how it goes is shown, and forgotten with the modal. */
  change: { isPending: boolean; error: unknown; reset: () => void };
  onConfirm: () => void;
  onClose: () => void;
  /** What it leads to, in a sentence or two. */
  children: ReactNode;
}

/** Says what a change leads to before it is made. What cannot be undone at all asks by `ConfirmDeletion`. */
export function ConfirmModal({ title, action, isOpen, change, onConfirm, onClose, children }: ConfirmModalProps) {
  const close = () => {
    change.reset();
    onClose();
  };
  return (
    <Modal opened={isOpen} onClose={close} title={title}>
      <Stack gap="md">
        <Text>{children}</Text>
        {change.error !== null && <QueryError error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Keep it
          </Button>
          <Button color="red" loading={change.isPending} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
