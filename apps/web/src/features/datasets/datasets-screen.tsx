"use client";

import { EmptyState, IdText, plural, SkeletonRows, Snippet, TimeText } from "@assay/ui";
import { Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { LineagePanel } from "../lineage/lineage-panel.tsx";
import { OriginTag } from "../run/origin-tag.tsx";
import { DatasetNameButton } from "./dataset-name-button.tsx";
import { sourceText } from "./source-text.ts";

const SNIPPET = `dataset = mlflow.data.from_pandas(frame, name="digits", source="data/digits.csv")
mlflow.log_input(dataset, context="train")`;

/** A project's datasets; choosing one shows everything that descends from it. */
export function DatasetsScreen() {
  const trpc = useTRPC();
  const scope = useScope();
  const [chosen, setChosen] = useQueryState("dataset", parseAsString.withOptions({ history: "push" }));
  const datasets = useQuery(trpc.dataset.list.queryOptions(scope));
  const current = datasets.data?.find((dataset) => dataset.id === chosen);
  return (
    <div className="screen">
      <header className="screen-head">
        <h1 className="screen-title">Datasets</h1>
        {datasets.data !== undefined && <span className="screen-note">{plural(datasets.data.length, "dataset")}</span>}
      </header>
      {datasets.isPending && <SkeletonRows rows={5} height={37} />}
      {datasets.isError && <QueryError error={datasets.error} onRetry={() => void datasets.refetch()} />}
      {datasets.data?.length === 0 && (
        <EmptyState title="No datasets yet">
          <p>A run that says what it read makes every model traceable to its data.</p>
          <Snippet code={SNIPPET} what="Python snippet" />
        </EmptyState>
      )}
      {datasets.data !== undefined && datasets.data.length > 0 && (
        <div className="screen-scroll-x">
          <Table aria-label="Datasets">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Name</Table.Th>
                <Table.Th>Digest</Table.Th>
                <Table.Th>Source</Table.Th>
                <Table.Th>First seen</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {datasets.data.map((dataset) => (
                <Table.Tr key={dataset.id} {...(dataset.id === chosen ? { bg: "var(--assay-panel)" } : {})}>
                  <Table.Td>
                    <DatasetNameButton
                      dataset={dataset}
                      isOpen={dataset.id === chosen}
                      onToggle={(id) => void setChosen(id)}
                    />
                  </Table.Td>
                  <Table.Td style={{ whiteSpace: "nowrap" }}>
                    <IdText id={dataset.digest} what={`digest of ${dataset.name}`} length={12} />{" "}
                    <OriginTag origin={dataset.digestOrigin} />
                  </Table.Td>
                  <Table.Td maw={360}>
                    <Text className="assay-mono" truncate title={dataset.source}>
                      {dataset.source === "" ? "–" : sourceText(dataset)}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <TimeText timeMs={dataset.createdAtMs} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {current !== undefined && (
        <section aria-label={`Lineage of ${current.name}`}>
          <h2 className="assay-section-title">What came of {current.name}</h2>
          <LineagePanel key={current.id} kind="dataset" id={current.id} />
        </section>
      )}
    </div>
  );
}
