"use client";

import type { RunId } from "@assay/contract";
import { IdText, Section, SkeletonRows } from "@assay/ui";
import { Badge, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { sourceText } from "../datasets/source-text.ts";
import { OriginTag } from "./origin-tag.tsx";

/** What the run read. */
export function RunDatasetsSection({ runId }: { runId: RunId }) {
  const trpc = useTRPC();
  const scope = useScope();
  const datasets = useQuery(trpc.run.datasets.queryOptions({ ...scope, runId }));
  return (
    <Section title="Datasets">
      {datasets.isPending && <SkeletonRows rows={2} />}
      {datasets.isError && <QueryError error={datasets.error} />}
      {datasets.data?.length === 0 && (
        <Text c="dimmed" p="md">
          No dataset was logged. mlflow.log_input(dataset, context="train") links one.
        </Text>
      )}
      {datasets.data !== undefined && datasets.data.length > 0 && (
        <div className="screen-scroll-x">
          <Table aria-label="Datasets">
            <Table.Tbody>
              {datasets.data.map((dataset) => (
                <Table.Tr key={`${dataset.id}:${dataset.context}`}>
                  <Table.Td>
                    {dataset.name}
                    {dataset.source !== "" && (
                      <Text size="xs" c="dimmed" lineClamp={1} title={dataset.source}>
                        {sourceText(dataset)}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {dataset.context !== "" && (
                      <Badge variant="default" miw="max-content">
                        {dataset.context}
                      </Badge>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <IdText id={dataset.digest} what={`digest of ${dataset.name}`} />
                  </Table.Td>
                  <Table.Td>
                    <OriginTag origin={dataset.digestOrigin} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  );
}
