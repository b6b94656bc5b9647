import type { ColourScheme } from "./colour-scheme.ts";

interface Neutrals {
  page: string;
  panel: string;
  line: string;
  text: string;
  secondary: string;
  accent: string;
}

/** The chrome's few colours, for CSS variables and for canvases that cannot read them. */
export const NEUTRALS: Record<ColourScheme, Neutrals> = {
  light: {
    page: "#ffffff",
    panel: "#f6f7f9",
    line: "#e4e7eb",
    text: "#171a1f",
    secondary: "#5d6673",
    accent: "#4b4ddb",
  },
  dark: {
    page: "#14171c",
    panel: "#1b1f26",
    line: "#2b313a",
    text: "#e8ebef",
    secondary: "#9aa4b2",
    accent: "#9a9cff",
  },
};
