"use client";

import { ActionIcon, Kbd, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconHelp } from "@tabler/icons-react";
import { useKeys } from "./use-keys.ts";

const KEYS = [
  { keys: ["1", "2", "3"], does: "Table, charts, compare" },
  { keys: ["/"], does: "Filter runs" },
  { keys: ["⌘ K"], does: "Search anything" },
  { keys: ["j", "k"], does: "Next and previous run" },
  { keys: ["x"], does: "Select the run" },
  { keys: ["e"], does: "Show or hide the run in charts" },
  { keys: ["c"], does: "Compare the selected runs" },
  { keys: ["Enter"], does: "Open the run" },
  { keys: ["Esc"], does: "Close the innermost thing, clear the selection" },
  { keys: ["?"], does: "This list" },
] as const;

/** The keys that work here. */
export function HelpButton() {
  const [isOpen, { open, close }] = useDisclosure(false);
  useKeys({ "?": open });
  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label="Keyboard help" onClick={open}>
        <IconHelp size={18} />
      </ActionIcon>
      <Modal opened={isOpen} onClose={close} title="Keyboard">
        <dl className="shell-keys">
          {KEYS.map((entry) => (
            <div key={entry.does}>
              <dt>
                {entry.keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{entry.does}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
