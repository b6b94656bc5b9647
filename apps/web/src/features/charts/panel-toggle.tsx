"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChartLine, IconTable } from "@tabler/icons-react";

interface PanelToggleProps {
  isTable: boolean;
  metricKey: string;
  onToggle: () => void;
}

/** Shows a panel's points as a table, or as lines again. */
export function PanelToggle({ isTable, metricKey, onToggle }: PanelToggleProps) {
  const label = `${isTable ? "Chart" : "Table"} of ${metricKey}`;
  return (
    <Tooltip label={isTable ? "Show as chart" : "Show as table"}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onToggle}>
        {isTable ? <IconChartLine size={15} /> : <IconTable size={15} />}
      </ActionIcon>
    </Tooltip>
  );
}
