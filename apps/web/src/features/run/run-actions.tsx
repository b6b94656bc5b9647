"use client";

import type { RunDetail } from "@assay/contract";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { experimentPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { DeleteRunsButton } from "../deletion/delete-runs-button.tsx";
import { ExportButton } from "../export/export-button.tsx";
import { useArchiveRuns } from "../runs/use-archive-runs.tsx";
import { RenameRunDialog } from "./rename-run-dialog.tsx";

/** What can be done with a run as a whole. */
export function RunActions({ run }: { run: RunDetail }) {
  const { archive, restore, isBusy } = useArchiveRuns();
  const router = useRouter();
  const scope = useScope();
  const [isRenaming, renaming] = useDisclosure(false);
  const isArchived = run.lifecycle === "archived";
  return (
    <span className="screen-actions">
      <Button variant="default" onClick={renaming.open}>
        Rename
      </Button>
      <ExportButton runIds={[run.id]} />
      <Button variant="default" loading={isBusy} onClick={() => void (isArchived ? restore : archive)([run.id])}>
        {isArchived ? "Restore" : "Archive"}
      </Button>
      {isArchived && (
        <DeleteRunsButton
          runIds={[run.id]}
          name={run.name}
          onDeleted={() => router.push(experimentPath(scope, run.experiment.number))}
        />
      )}
      <RenameRunDialog run={run} isOpen={isRenaming} onClose={renaming.close} />
    </span>
  );
}
