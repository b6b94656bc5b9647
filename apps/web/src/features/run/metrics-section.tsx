"use client";

import type { RunDetail } from "@assay/contract";
import { formatCount, NumberText, Section } from "@assay/ui";
import { Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMay } from "../../data/use-may.ts";
import { DeleteMetricButton } from "../deletion/delete-metric-button.tsx";
import { isSystemKey } from "./is-system-key.ts";

const SEARCH_FROM = 12;

/** What each series comes to, but for those of the machine. */
export function MetricsSection({ run }: { run: RunDetail }) {
  const mayDelete = useMay("run:delete");
  const [search, setSearch] = useState("");
  const all = run.metrics.filter((metric) => !isSystemKey(metric.key));
  const wanted = search.trim().toLowerCase();
  const metrics = all.filter((metric) => metric.key.toLowerCase().includes(wanted));
  return (
    <Section title="Metrics" aside={formatCount(all.length)}>
      {all.length >= SEARCH_FROM && (
        <TextInput
          m="sm"
          aria-label="Find a metric"
          placeholder="Find a metric"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {all.length === 0 ? (
        <Text c="dimmed" p="md">
          No metrics yet. Their curves are on the Charts tab as soon as the first point is logged.
        </Text>
      ) : (
        <div className="run-tall">
          <Table aria-label="Metrics" stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Key</Table.Th>
                <Table.Th ta="right">Last</Table.Th>
                <Table.Th ta="right">Min</Table.Th>
                <Table.Th ta="right">Max</Table.Th>
                <Table.Th ta="right">Points</Table.Th>
                {mayDelete && <Table.Th aria-label="Delete" />}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {metrics.map((metric) => (
                <Table.Tr key={metric.key}>
                  <Table.Td className="run-key">{metric.key}</Table.Td>
                  <Table.Td ta="right" className="assay-figures">
                    <NumberText value={metric.last} />
                  </Table.Td>
                  <Table.Td ta="right" className="assay-figures">
                    <NumberText value={metric.min} />
                  </Table.Td>
                  <Table.Td ta="right" className="assay-figures">
                    <NumberText value={metric.max} />
                  </Table.Td>
                  <Table.Td ta="right" title={metric.nans > 0 ? `${metric.nans} of them NaN` : undefined}>
                    {formatCount(metric.count)}
                    {metric.nans > 0 && <span className="run-nans"> {formatCount(metric.nans)} NaN</span>}
                  </Table.Td>
                  {mayDelete && (
                    <Table.Td ta="right">
                      <DeleteMetricButton run={run} metric={metric} />
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  );
}
