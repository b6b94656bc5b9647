"use client";

import { Kbd, UnstyledButton } from "@mantine/core";
import { spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";

/** Opens the palette. */
export function SearchButton() {
  return (
    <UnstyledButton className="shell-search" onClick={spotlight.open} aria-label="Search anything">
      <IconSearch size={14} aria-hidden />
      <span>Search anything</span>
      <Kbd size="xs">⌘K</Kbd>
    </UnstyledButton>
  );
}
