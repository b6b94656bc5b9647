"use client";

import { Switch } from "@mantine/core";
import type { RunsModel } from "./use-runs-model.ts";

/** Shows what was archived instead of what is in use. */
export function ArchivedToggle({ model }: { model: RunsModel }) {
  return (
    <Switch
      label="Archived"
      checked={model.state.archived}
      onChange={(event) => {
        model.setSelected(new Set());
        void model.setState({ archived: event.currentTarget.checked, runs: null });
      }}
    />
  );
}
