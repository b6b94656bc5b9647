"use client";

import { CopyIcon, formatCount, Section } from "@assay/ui";
import { Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";

interface EntriesSectionProps {
  title: string;
  entries: Record<string, string>;
  /** What would be here, when nothing is. */
  hint: string;
}

const SEARCH_FROM = 12;

/** Keys with text values. */
export function EntriesSection({ title, entries, hint }: EntriesSectionProps) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const all = Object.entries(entries).sort(([a], [b]) => a.localeCompare(b, "en"));
  const shown = all.filter(([key, value]) => `${key} ${value}`.toLowerCase().includes(wanted));
  const find = `Find in ${title.toLowerCase()}`;
  return (
    <Section title={title} aside={formatCount(all.length)}>
      {all.length >= SEARCH_FROM && (
        <TextInput
          m="sm"
          aria-label={find}
          placeholder={find}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {all.length === 0 ? (
        <Text c="dimmed" p="md">
          {hint}
        </Text>
      ) : (
        <div className="run-tall">
          <Table aria-label={title} layout="fixed">
            <Table.Tbody>
              {shown.map(([key, value]) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row" className="run-key run-entry-key">
                    {key}
                  </Table.Th>
                  <Table.Td className="assay-mono run-entry-value">
                    <span>{value}</span>
                    <span className="run-entry-copy">
                      <CopyIcon value={value} what={key} />
                    </span>
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
