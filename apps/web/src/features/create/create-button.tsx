"use client";

import { Button, type ButtonProps, Group, Modal, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { FormEvent, ReactNode } from "react";
import { QueryError } from "../../data/query-error.tsx";

interface CreateButtonProps {
  /** What is made, such as `experiment`. */
  what: string;
  /** What its name is good for. */
  nameHint?: string;
  /** What the server allows. */
  maxDescriptionLength: number;
  variant?: ButtonProps["variant"];
  create: (fields: { name: string; description: string }) => void;
  isPending: boolean;
  error: unknown;
  /** Fields besides name and description. */
  children?: ReactNode;
}

/** A button that opens a dialog asking for the name and description of something new. */
export function CreateButton({
  what,
  nameHint,
  maxDescriptionLength,
  variant = "default",
  create,
  isPending,
  error,
  children,
}: CreateButtonProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    create({ name: String(form.get("name") ?? ""), description: String(form.get("description") ?? "") });
  };
  return (
    <>
      <Button variant={variant} onClick={open}>
        Create {what}
      </Button>
      <Modal opened={isOpen} onClose={close} title={`Create ${what}`}>
        <form onSubmit={submit} className="form-stack">
          <TextInput label="Name" description={nameHint} name="name" required maxLength={250} data-autofocus />
          <Textarea label="Description" name="description" rows={3} maxLength={maxDescriptionLength} />
          {children}
          {error !== null && <QueryError error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Create
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
