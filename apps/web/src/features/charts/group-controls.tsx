"use client";

import { GROUP_BANDS, GROUP_CENTRES, type RunKeys } from "@assay/contract";
import { Select } from "@mantine/core";
import { groupColumns } from "./group-columns.ts";
import { useChartState } from "./use-chart-state.ts";

const CENTRE_WORDS = { mean: "Mean", median: "Median", min: "Least", max: "Greatest" } as const;
const BAND_WORDS = {
  none: "No band",
  minmax: "Min–max",
  std: "± std",
  stderr: "± std error",
  ci95: "± 95 % CI",
} as const;
const MOST_LISTED = 100;
const UNGROUPED = "none";

/** Draws one line for each value of a param, tag or attribute instead of one for each run. */
export function GroupControls({ keys }: { keys: RunKeys }) {
  const [state, setState] = useChartState();
  const columns = groupColumns(keys).map(({ group, items }) => ({
    group,
    items: items.map(({ column, label }) => ({ value: column, label })),
  }));
  return (
    <>
      <Select
        aria-label="Group by"
        w={160}
        data={[{ value: UNGROUPED, label: "No groups" }, ...columns]}
        value={state.group ?? UNGROUPED}
        onChange={(group) => void setState({ group: group === UNGROUPED ? null : group })}
        allowDeselect={false}
        searchable
        limit={MOST_LISTED}
        nothingFoundMessage="No such key"
      />
      {state.group !== null && (
        <>
          <Select
            aria-label="Line of a group"
            w={110}
            data={GROUP_CENTRES.map((value) => ({ value, label: CENTRE_WORDS[value] }))}
            value={state.centre}
            onChange={(centre) => void setState({ centre })}
            allowDeselect={false}
          />
          <Select
            aria-label="Band of a group"
            w={120}
            data={GROUP_BANDS.map((value) => ({ value, label: BAND_WORDS[value] }))}
            value={state.band}
            onChange={(band) => void setState({ band })}
            allowDeselect={false}
          />
        </>
      )}
    </>
  );
}
