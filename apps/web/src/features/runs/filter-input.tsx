"use client";

import { ActionIcon, TextInput } from "@mantine/core";
import { IconFilter, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { describeError } from "../../data/describe-error.ts";
import { FILTER_INPUT_ID } from "./use-runs-keyboard.ts";

interface FilterInputProps {
  value: string;
  /** Why the server refused the filter. */
  error: unknown;
  onApply: (filter: string) => void;
}

/** The filter as text; Enter or leaving the field applies it, Esc takes the edit back. */
export function FilterInput({ value, error, onApply }: FilterInputProps) {
  const [draft, setDraft] = useState(value);
  const [applied, setApplied] = useState(value);
  if (value !== applied) {
    setApplied(value);
    setDraft(value);
  }
  const apply = (text: string) => {
    if (text.trim() !== value) onApply(text.trim());
  };
  const words = error === null ? null : describeError(error);
  return (
    <TextInput
      id={FILTER_INPUT_ID}
      className="runs-filter"
      aria-label="Filter runs"
      placeholder="Filter, for instance metrics.val/acc.max > 0.95 AND params.lr < 0.01"
      leftSection={<IconFilter size={14} aria-hidden />}
      rightSection={
        draft === "" ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="xs"
            aria-label="Clear filter"
            onClick={() => {
              setDraft("");
              apply("");
            }}
          >
            <IconX size={14} />
          </ActionIcon>
        )
      }
      spellCheck={false}
      autoComplete="off"
      value={draft}
      error={words === null ? null : [words.message, words.remedy].filter(Boolean).join(" ")}
      errorProps={{ role: "alert" }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => apply(draft)}
      onKeyDown={(event) => {
        if (event.key === "Enter") apply(draft);
        if (event.key !== "Escape") return;
        setDraft(value);
        event.currentTarget.blur();
      }}
    />
  );
}
