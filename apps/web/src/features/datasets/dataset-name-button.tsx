import type { Dataset } from "@assay/contract";
import { Anchor } from "@mantine/core";

interface DatasetNameButtonProps {
  dataset: Dataset;
  isOpen: boolean;
  onToggle: (id: string | null) => void;
}

/** The dataset's name, which opens and closes its lineage. */
export function DatasetNameButton({ dataset, isOpen, onToggle }: DatasetNameButtonProps) {
  return (
    <Anchor
      component="button"
      type="button"
      fw={500}
      aria-expanded={isOpen}
      onClick={() => onToggle(isOpen ? null : dataset.id)}
    >
      {dataset.name}
    </Anchor>
  );
}
