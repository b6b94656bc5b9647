"use client";

import type { LoggedModel, RunDetail } from "@assay/contract";
import { CopyIcon, Section, SkeletonRows } from "@assay/ui";
import { Badge, Button, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { RegisterDialog } from "../models/register-dialog.tsx";

/** Models that the run produced, and the way into the registry. */
export function LoggedModelsSection({ run }: { run: RunDetail }) {
  const trpc = useTRPC();
  const scope = useScope();
  const models = useQuery(trpc.loggedModel.list.queryOptions({ ...scope, runId: run.id }));
  const [registering, setRegistering] = useState<LoggedModel | null>(null);
  return (
    <Section title="Logged models">
      {models.isPending && <SkeletonRows rows={1} />}
      {models.isError && <QueryError error={models.error} />}
      {models.data?.length === 0 && (
        <Text c="dimmed" p="md">
          No model was logged. A folder on the Artifacts tab can be registered as well.
        </Text>
      )}
      {models.data !== undefined && models.data.length > 0 && (
        <Table aria-label="Logged models">
          <Table.Tbody>
            {models.data.map((model) => (
              <Table.Tr key={model.id}>
                <Table.Td>
                  {model.name} <CopyIcon value={model.id} what="logged model id" />
                </Table.Td>
                <Table.Td>{model.modelType !== "" && <Badge variant="default">{model.modelType}</Badge>}</Table.Td>
                <Table.Td>{model.status}</Table.Td>
                <Table.Td ta="right" className="assay-figures">
                  <Button size="compact-xs" disabled={model.status !== "ready"} onClick={() => setRegistering(model)}>
                    Register model
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {registering !== null && (
        <RegisterDialog
          what={`logged model ${registering.name}`}
          source={{ kind: "loggedModel", loggedModelId: registering.id }}
          onClose={() => setRegistering(null)}
        />
      )}
    </Section>
  );
}
