import { METRIC_AGGREGATES, type RunSort } from "@assay/contract";
import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconCheck, IconChevronDown, IconEyeOff } from "@tabler/icons-react";
import { parseColumn } from "../column/parse-column.ts";
import type { RunTableActions } from "./run-table-props.ts";

interface HeaderMenuProps {
  column: string;
  label: string;
  actions: RunTableActions;
}

/** What can be done with a column: sort, aggregate of a metric, hide. */
export function HeaderMenu({ column, label, actions }: HeaderMenuProps) {
  const field = parseColumn(column);
  const sort = (direction: RunSort["direction"]) => actions.onSort({ column, direction });
  return (
    <Menu position="bottom-end" width={180} withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="xs" aria-label={`Options of column ${label}`}>
          <IconChevronDown size={12} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp size={14} />} onClick={() => sort("asc")}>
          Sort ascending
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={14} />} onClick={() => sort("desc")}>
          Sort descending
        </Menu.Item>
        {field?.entity === "metric" && (
          <>
            <Menu.Divider />
            <Menu.Label>Show of each series</Menu.Label>
            {METRIC_AGGREGATES.map((aggregate) => (
              <Menu.Item
                key={aggregate}
                leftSection={<IconCheck size={14} opacity={field.aggregate === aggregate ? 1 : 0} />}
                onClick={() => actions.onAggregate(column, aggregate)}
              >
                {aggregate}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconEyeOff size={14} />} onClick={() => actions.onHideColumn(column)}>
          Hide column
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
