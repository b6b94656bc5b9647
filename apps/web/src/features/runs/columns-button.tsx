"use client";

import { RUN_ATTRIBUTES } from "@assay/contract";
import { columnLabel, columnOf, parseColumn } from "@assay/ui";
import { Button, Checkbox, Popover, TextInput } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useState } from "react";
import { usualAggregate } from "./default-columns.ts";
import type { RunsModel } from "./use-runs-model.ts";

interface Choice {
  label: string;
  /** The column that stands for the choice now, else the one it would add. */
  column: string;
}

const ATTRIBUTES = RUN_ATTRIBUTES.filter((name) =>
  ["status", "number", "started_at", "ended_at", "duration", "created_by", "id"].includes(name),
);
const MOST_LISTED = 60;

function choicesOf({ keys, columns }: RunsModel): { group: string; choices: Choice[] }[] {
  const metricColumn = (key: string) => {
    const current = columns.find((column) => {
      const field = parseColumn(column);
      return field?.entity === "metric" && field.key === key;
    });
    return current ?? columnOf({ entity: "metric", key, aggregate: usualAggregate(key) });
  };
  return [
    { group: "Metrics", choices: keys.metrics.map((key) => ({ label: key, column: metricColumn(key) })) },
    { group: "Params", choices: keys.params.map((key) => ({ label: key, column: `params.${key}` })) },
    { group: "Tags", choices: keys.tags.map((key) => ({ label: key, column: `tags.${key}` })) },
    {
      group: "Run",
      choices: ATTRIBUTES.map((name) => ({ label: columnLabel({ entity: "attribute", name }), column: name })),
    },
  ];
}

/** Chooses the table's columns from the keys that the runs have. */
export function ColumnsButton({ model }: { model: RunsModel }) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const toggle = (column: string) => {
    const has = model.columns.includes(column);
    void model.setState({ cols: has ? model.columns.filter((one) => one !== column) : [...model.columns, column] });
  };
  return (
    <Popover position="bottom-end" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={14} />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          aria-label="Find a column"
          placeholder="Find a column"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          data-autofocus
        />
        <div className="runs-columns">
          {choicesOf(model).map(({ group, choices }) => {
            const matching = choices.filter((choice) => choice.label.toLowerCase().includes(wanted));
            if (matching.length === 0) return null;
            return (
              <fieldset key={group} className="runs-columns-group">
                <legend className="assay-label">{group}</legend>
                {matching.slice(0, MOST_LISTED).map((choice) => (
                  <Checkbox
                    key={choice.column}
                    label={choice.label}
                    checked={model.columns.includes(choice.column)}
                    onChange={() => toggle(choice.column)}
                  />
                ))}
                {matching.length > MOST_LISTED && (
                  <span className="screen-note">{matching.length - MOST_LISTED} more: type to find them</span>
                )}
              </fieldset>
            );
          })}
        </div>
        <Button variant="subtle" size="compact-xs" mt="sm" onClick={() => void model.setState({ cols: null })}>
          Choose for me
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
