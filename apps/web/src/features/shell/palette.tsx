"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { usePaletteActions } from "./use-palette-actions.ts";

/** ⌘K: go to any experiment, run, model or project by name. */
export function Palette() {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [settled] = useDebouncedValue(query, 150);
  const actions = usePaletteActions(isOpen, settled);
  return (
    <Spotlight
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setOpen(true)}
      onSpotlightClose={() => setOpen(false)}
      shortcut="mod + K"
      limit={24}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      highlightQuery
      scrollable
      maxHeight={480}
      nothingFound="Nothing here has that name"
      searchProps={{
        leftSection: <IconSearch size={16} />,
        placeholder: "Experiments, runs, models, projects",
        "aria-label": "Search anything",
      }}
    />
  );
}
