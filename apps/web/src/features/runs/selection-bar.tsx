"use client";

import { plural } from "@assay/ui";
import { Button, CloseButton } from "@mantine/core";
import { comparePath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { DeleteRunsButton } from "../deletion/delete-runs-button.tsx";
import { ExportButton } from "../export/export-button.tsx";
import { PageLink } from "../shell/page-link.tsx";
import { useArchiveRuns } from "./use-archive-runs.tsx";
import type { RunsModel } from "./use-runs-model.ts";

/** What can be done with the selected runs; floats while there are any. */
export function SelectionBar({ model }: { model: RunsModel }) {
  const scope = useScope();
  const { selected, setSelected, state } = model;
  const { archive, restore, isBusy } = useArchiveRuns();
  if (selected.size === 0) return null;
  const ids = [...selected];
  const act = async (change: (runIds: string[]) => Promise<unknown>) => {
    setSelected(new Set());
    await change(ids);
  };
  return (
    <div className="runs-selection" role="toolbar" aria-label="Selected runs">
      <span className="assay-figures">{plural(selected.size, "run")} selected</span>
      <Button component={PageLink} href={comparePath(scope, ids)}>
        Compare
      </Button>
      <Button variant="default" onClick={() => void model.setState({ runs: ids, lens: "charts" })}>
        Show only these
      </Button>
      <ExportButton runIds={ids} />
      {state.archived ? (
        <>
          <Button variant="default" loading={isBusy} onClick={() => void act(restore)}>
            Restore
          </Button>
          <DeleteRunsButton
            runIds={ids}
            name={ids.length === 1 ? (model.runs.rows.find(({ id }) => id === ids[0])?.name ?? null) : null}
            onDeleted={() => setSelected(new Set())}
          />
        </>
      ) : (
        <Button variant="default" loading={isBusy} onClick={() => void act(archive)}>
          Archive
        </Button>
      )}
      <CloseButton aria-label="Clear selection" onClick={() => setSelected(new Set())} />
    </div>
  );
}
