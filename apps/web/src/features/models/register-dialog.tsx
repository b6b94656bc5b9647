"use client";

import type { RegisterVersionInput } from "@assay/contract";
import { Autocomplete, Button, Group, Modal, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { useRegisterVersion } from "./use-register-version.ts";

interface RegisterDialogProps {
  /** What is registered, in words. */
  what: string;
  source: RegisterVersionInput["source"];
  onClose: () => void;
}

/** Freezes files as the next version of a registered model, made on the way when it is new. */
export function RegisterDialog({ what, source, onClose }: RegisterDialogProps) {
  const trpc = useTRPC();
  const scope = useScope();
  const models = useQuery(trpc.model.list.queryOptions(scope));
  const [name, setName] = useState("");
  const register = useRegisterVersion();
  const known = models.data?.find((model) => model.name === name.trim());
  const outcome =
    name.trim() === ""
      ? "The files are frozen as they are now, with their digests."
      : known === undefined
        ? `Creates ${name.trim()} with this as version 1.`
        : `Adds version ${(known.latestVersion ?? 0) + 1} to ${known.name}.`;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const description = String(new FormData(event.currentTarget).get("description") ?? "");
    register.mutate({ name: name.trim(), isNew: known === undefined, source, description });
  };
  return (
    <Modal opened onClose={onClose} title="Register model">
      <form onSubmit={submit} className="form-stack">
        <Text>From {what}.</Text>
        <Autocomplete
          label="Model"
          description="An existing one, or a new name"
          data={(models.data ?? []).map((model) => model.name)}
          value={name}
          onChange={setName}
          required
          maxLength={250}
          data-autofocus
        />
        <Textarea label="Description" name="description" rows={3} />
        <Text c="dimmed">{outcome}</Text>
        {register.isError && <QueryError error={register.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={register.isPending} disabled={models.isPending}>
            Register
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
