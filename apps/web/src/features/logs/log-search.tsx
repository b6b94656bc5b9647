"use client";

import type { LogMatch } from "@assay/contract";
import { formatCount } from "@assay/ui";
import { ActionIcon, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { stepMatch } from "./step-match.ts";

interface LogSearchProps {
  value: string;
  matches: readonly LogMatch[];
  isCapped: boolean;
  isSearching: boolean;
  line: number | null;
  onFind: (text: string) => void;
  onPoint: (number: number) => void;
}

/** Finds text in the whole log; Enter steps to the next match, with Shift to the one before. */
export function LogSearch({ value, matches, isCapped, isSearching, line, onFind, onPoint }: LogSearchProps) {
  const [draft, setDraft] = useState(value);
  const find = useDebouncedCallback(onFind, 250);
  const step = (direction: 1 | -1) => {
    const match = stepMatch(matches, line, direction);
    if (match !== null) onPoint(match.number);
  };
  const at = matches.findIndex((match) => match.number === line);
  const total = `${formatCount(matches.length)}${isCapped || isSearching ? "+" : ""}`;
  const words = at === -1 ? `${total} found` : `${formatCount(at + 1)} of ${total}`;
  return (
    <search className="logs-search">
      <TextInput
        className="logs-search-input"
        aria-label="Find in log"
        placeholder="Find in log"
        leftSection={<IconSearch size={14} aria-hidden />}
        spellCheck={false}
        autoComplete="off"
        value={draft}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          find(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
          if (event.key !== "Escape") return;
          setDraft("");
          find("");
        }}
      />
      {value !== "" && (
        <>
          <span className="screen-note assay-figures" role="status">
            {words}
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Previous match"
            disabled={matches.length === 0}
            onClick={() => step(-1)}
          >
            <IconChevronUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Next match"
            disabled={matches.length === 0}
            onClick={() => step(1)}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
        </>
      )}
    </search>
  );
}
