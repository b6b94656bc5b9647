"use client";

import { type Alias, AliasName, type ModelVersion } from "@assay/contract";
import { Autocomplete, Button, Group, Modal, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { useRefreshRegistry } from "./use-refresh-registry.ts";

interface MoveAliasDialogProps {
  version: ModelVersion;
  aliases: readonly Alias[];
  onClose: () => void;
}

const USUAL = ["production", "champion", "challenger", "staging"];

function outcomeText(alias: string, from: Alias | undefined, version: ModelVersion): string {
  const uri = `models:/${version.modelName}@${alias}`;
  if (alias === "") return "Whoever loads the model by the alias gets this version from then on.";
  if (from === undefined) return `New alias: ${uri} will mean v${version.number}.`;
  if (from.version === version.number) return `${alias} already points at v${version.number}.`;
  return `${uri} will mean v${version.number} instead of v${from.version}.`;
}

/** Points an alias, old or new, at a version; the reason goes into its history. */
export function MoveAliasDialog({ version, aliases, onClose }: MoveAliasDialogProps) {
  const trpc = useTRPC();
  const scope = useScope();
  const refresh = useRefreshRegistry();
  const [alias, setAlias] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const move = useMutation(
    trpc.alias.move.mutationOptions({
      onSuccess: async () => {
        onClose();
        await refresh();
      },
    }),
  );
  const known = aliases.find((one) => one.name === alias.trim());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = AliasName.safeParse(alias.trim());
    setProblem(name.success ? null : (name.error.issues[0]?.message ?? "not a valid alias"));
    if (!name.success) return;
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "");
    move.mutate({ ...scope, name: version.modelName, version: version.number, alias: name.data, reason });
  };
  return (
    <Modal opened onClose={onClose} title={`Move alias to v${version.number}`}>
      <form onSubmit={submit} className="form-stack">
        <Autocomplete
          label="Alias"
          description="An existing one, or a new name"
          data={[...new Set([...aliases.map((one) => one.name), ...USUAL])]}
          value={alias}
          onChange={setAlias}
          error={problem}
          required
          maxLength={255}
          data-autofocus
        />
        <Textarea label="Reason" description="Kept in the alias' history" name="reason" rows={3} maxLength={2_000} />
        <Text c="dimmed">{outcomeText(alias.trim(), known, version)}</Text>
        {move.isError && <QueryError error={move.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={move.isPending} disabled={known?.version === version.number}>
            Move alias
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
