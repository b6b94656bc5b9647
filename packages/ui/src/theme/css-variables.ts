import type { CSSVariablesResolver } from "@mantine/core";
import type { ColourScheme } from "./colour-scheme.ts";
import { NEUTRALS } from "./neutrals.ts";

const STATE_COLOURS = {
  light: { good: "#1a7f37", warn: "#8a5a00", bad: "#c0212f" },
  dark: { good: "#4cc26a", warn: "#d9a436", bad: "#ff7b72" },
} as const;

function variablesOf(scheme: ColourScheme): Record<string, string> {
  const neutral = NEUTRALS[scheme];
  const state = STATE_COLOURS[scheme];
  return {
    "--assay-page": neutral.page,
    "--assay-panel": neutral.panel,
    "--assay-line": neutral.line,
    "--assay-text": neutral.text,
    "--assay-secondary": neutral.secondary,
    "--assay-accent": neutral.accent,
    "--assay-good": state.good,
    "--assay-warn": state.warn,
    "--assay-bad": state.bad,
    "--mantine-color-body": neutral.page,
    "--mantine-color-text": neutral.text,
    "--mantine-color-dimmed": neutral.secondary,
    "--mantine-color-placeholder": neutral.secondary,
    "--mantine-color-anchor": neutral.accent,
    "--mantine-color-default": neutral.page,
    "--mantine-color-default-color": neutral.text,
    "--mantine-color-default-hover": neutral.panel,
    "--mantine-color-default-border": neutral.line,
    "--mantine-color-error": state.bad,
    "--mantine-primary-color-contrast": scheme === "dark" ? neutral.page : "#ffffff",
  };
}

/** Puts the design's tokens where both our style sheets and Mantine's components read them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf("light"),
  dark: variablesOf("dark"),
});
