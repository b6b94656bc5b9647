import type { RunRow } from "@assay/contract";
import { ActionIcon, Checkbox } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { ColourDot } from "../colour/colour-dot.tsx";
import { RunStatus } from "../status/run-status.tsx";
import type { RunTableActions } from "./run-table-props.ts";

interface NameCellProps {
  run: RunRow;
  isSelected: boolean;
  isShown: boolean;
  hasStatus: boolean;
  onToggleSelected: (event: unknown) => void;
  actions: RunTableActions;
}

/** The pinned column: select, eye, colour, name. */
export function NameCell({ run, isSelected, isShown, hasStatus, onToggleSelected, actions }: NameCellProps) {
  return (
    <>
      <Checkbox
        size="xs"
        radius="sm"
        aria-label={`Select ${run.name}`}
        checked={isSelected}
        onChange={onToggleSelected}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="xs"
        aria-label={`Show ${run.name} in charts`}
        aria-pressed={isShown}
        className="assay-runs-eye"
        onClick={() => actions.onToggleShown(run.id)}
      >
        {isShown ? <IconEye size={14} /> : <IconEyeOff size={14} />}
      </ActionIcon>
      <ColourDot runNumber={run.number} isHollow={!isShown} />
      {hasStatus && <RunStatus status={run.status} isCompact />}
      <span className="assay-truncate assay-runs-name">{actions.renderName(run)}</span>
    </>
  );
}
