import { metricDirection, plural } from "@assay/ui";
import { Table, Text } from "@mantine/core";
import { Fragment } from "react";
import type { Change, ChangeGroup } from "./version-changes.ts";

function judge({ label, delta }: Change): "better" | "worse" | undefined {
  const direction = metricDirection(label);
  if (delta === null || delta === 0 || direction === "unknown") return undefined;
  return delta > 0 === (direction === "up") ? "better" : "worse";
}

/** Changes from one version to another, by kind; what stayed the same is counted. */
export function ChangeList({ groups }: { groups: readonly ChangeGroup[] }) {
  return (
    <div className="run-tall">
      <Table aria-label="Differences">
        <Table.Tbody>
          {groups.map((group) => (
            <Fragment key={group.title}>
              <Table.Tr className="models-change-group">
                <Table.Th colSpan={2}>{group.title}</Table.Th>
                <Table.Td ta="right" className="assay-figures">
                  <Text c="dimmed" size="xs">
                    {group.changes.length === 0 ? "unchanged" : `${plural(group.unchangedCount, "other")} unchanged`}
                  </Text>
                </Table.Td>
              </Table.Tr>
              {group.changes.map((change) => (
                <Table.Tr key={change.label}>
                  <Table.Td className="models-change-label">{change.label}</Table.Td>
                  <Table.Td className="assay-mono models-change-before">{change.before}</Table.Td>
                  <Table.Td className="assay-mono models-change-after" data-judgement={judge(change)}>
                    <span aria-hidden>→ </span>
                    {change.after}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
