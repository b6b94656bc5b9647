"use client";

import { Button, Menu } from "@mantine/core";
import { exportUrl } from "../../data/export-url.ts";
import { useScope } from "../../data/scope-context.ts";

/** An address holds no more runs. */
const MOST_RUNS = 200;

/** Downloads every metric point of some runs. */
export function ExportButton({ runIds }: { runIds: readonly string[] }) {
  const scope = useScope();
  const isTooMany = runIds.length > MOST_RUNS;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          disabled={isTooMany}
          title={isTooMany ? `At most ${MOST_RUNS} runs at once` : undefined}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={exportUrl(scope, runIds, "csv")} download>
          Metrics as CSV
        </Menu.Item>
        <Menu.Item component="a" href={exportUrl(scope, runIds, "parquet")} download>
          Metrics as Parquet
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
