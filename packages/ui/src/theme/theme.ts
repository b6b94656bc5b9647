import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

const indigo: MantineColorsTuple = [
  "#eeeefc",
  "#dcdcf8",
  "#bcbdf2",
  "#9a9cff",
  "#7c7ef0",
  "#6163e6",
  "#4b4ddb",
  "#3f41c4",
  "#3537a6",
  "#2b2d87",
];

const gray: MantineColorsTuple = [
  "#f6f7f9",
  "#eef0f3",
  "#e4e7eb",
  "#d5dae0",
  "#c3cad3",
  "#9aa4b2",
  "#5d6673",
  "#434b57",
  "#2b313a",
  "#171a1f",
];

const dark: MantineColorsTuple = [
  "#e8ebef",
  "#c9d0d9",
  "#9aa4b2",
  "#6c7685",
  "#3d4550",
  "#2b313a",
  "#1b1f26",
  "#14171c",
  "#101317",
  "#0b0d10",
];

/** Accent and red are pale in the dark scheme, so what stands on them follows the scheme too. */
const variantColors: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  if (input.variant !== "filled") return colours;
  const color = "var(--mantine-primary-color-contrast)";
  if (input.color === undefined || input.color === "indigo") return { ...colours, color };
  if (input.color !== "red") return colours;
  return {
    ...colours,
    color,
    background: "var(--assay-bad)",
    hover: "color-mix(in srgb, var(--assay-bad) 88%, black)",
  };
};

/** Mantine dressed as an instrument: small type, hairlines, one accent. */
export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  variantColorResolver: variantColors,
  colors: { indigo, gray, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "6px", xl: "6px" },
  defaultRadius: "md",
  respectReducedMotion: true,
  cursorType: "pointer",
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "28px" },
      h2: { fontSize: "16px", lineHeight: "24px" },
      h3: { fontSize: "13px", lineHeight: "20px" },
    },
  },
  components: {
    Text: { defaultProps: { size: "sm" } },
    Button: { defaultProps: { size: "xs" } },
    TextInput: { defaultProps: { size: "xs" } },
    Textarea: { defaultProps: { size: "xs" } },
    PasswordInput: { defaultProps: { size: "xs" } },
    Select: { defaultProps: { size: "xs" } },
    MultiSelect: { defaultProps: { size: "xs" } },
    Autocomplete: { defaultProps: { size: "xs" } },
    Badge: { defaultProps: { size: "sm", tt: "none", fw: 500 } },
    Checkbox: { defaultProps: { size: "xs" } },
    Switch: { defaultProps: { size: "xs" } },
    SegmentedControl: { defaultProps: { size: "xs" } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 12, fz: "sm" } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false, fz: "xs" } },
    Modal: { defaultProps: { centered: true, radius: "md", closeButtonProps: { "aria-label": "Close" } } },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": "Dismiss" } } },
    Menu: { defaultProps: { shadow: "md", position: "bottom-start" } },
    Anchor: { defaultProps: { underline: "hover" } },
  },
});
