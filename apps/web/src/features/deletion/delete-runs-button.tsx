"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMay } from "../../data/use-may.ts";
import { DeleteRunsDialog } from "./delete-runs-dialog.tsx";

interface DeleteRunsButtonProps {
  runIds: readonly string[];
  name: string | null;
  onDeleted: () => void;
}

/** For archived runs: opens the dialog that deletes them for good. Not there for those whose role forbids it. */
export function DeleteRunsButton({ runIds, name, onDeleted }: DeleteRunsButtonProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!useMay("run:delete")) return null;
  const finish = () => {
    close();
    onDeleted();
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        Delete for good
      </Button>
      {isOpen && <DeleteRunsDialog runIds={runIds} name={name} onClose={close} onDeleted={finish} />}
    </>
  );
}
