"use client";

import { type CreatedToken, TOKEN_SCOPES, type TokenScope } from "@assay/contract";
import { Button, Checkbox, Group, Select, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { useTRPC } from "../../data/trpc.ts";

interface CreateTokenFormProps {
  workspace: string;
  defaultProject: string | undefined;
  onCreated: (created: CreatedToken) => void;
  onCancel: () => void;
}

const SCOPE_WORDS: Record<TokenScope, string> = {
  read: "Read runs, artifacts and models",
  ingest: "Log runs and artifacts",
  registry: "Register versions and move aliases",
  admin: "Everything its owner may do",
};

const LIFETIMES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "never", label: "Never" },
];

/** What a token may do, where, and for how long. */
export function CreateTokenForm({ workspace, defaultProject, onCreated, onCancel }: CreateTokenFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const projects = useQuery(trpc.project.list.queryOptions({ workspace }));
  const [scopes, setScopes] = useState<string[]>(["read", "ingest", "registry"]);
  const [lifetime, setLifetime] = useState<string | null>("90");
  const [chosenProject, setChosenProject] = useState<string | null>(null);
  const project = chosenProject ?? defaultProject ?? projects.data?.[0]?.slug ?? null;
  const create = useMutation(
    trpc.token.create.mutationOptions({
      onSuccess: async (created) => {
        onCreated(created);
        await queryClient.invalidateQueries(trpc.token.list.queryFilter());
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate({
      workspace,
      name: String(new FormData(event.currentTarget).get("name")),
      scopes: TOKEN_SCOPES.filter((scope) => scopes.includes(scope)),
      ...(project === null ? {} : { defaultProject: project }),
      expiresInDays: lifetime === "never" ? null : Number(lifetime),
    });
  };
  return (
    <form onSubmit={submit} className="form-stack">
      <TextInput
        label="Name"
        description="Where it will be used, for instance laptop"
        name="name"
        required
        data-autofocus
      />
      <Select
        label="Default project"
        description="The project that an MLflow client sees"
        data={(projects.data ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
        value={project}
        onChange={setChosenProject}
        allowDeselect={false}
      />
      <Checkbox.Group label="It may" value={scopes} onChange={setScopes}>
        <Stack gap="xs" mt="xs">
          {TOKEN_SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={SCOPE_WORDS[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Select label="Expires after" data={LIFETIMES} value={lifetime} onChange={setLifetime} allowDeselect={false} />
      {create.isError && <QueryError error={create.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={create.isPending} disabled={scopes.length === 0}>
          Create token
        </Button>
      </Group>
    </form>
  );
}
