"use client";

import { X_AXES } from "@assay/ui/chart";
import { parseAsBoolean, parseAsFloat, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

/** How charts are drawn, as the address says. */
export function useChartState() {
  return useQueryStates(
    {
      x: parseAsStringLiteral(X_AXES).withDefault("step"),
      logy: parseAsBoolean.withDefault(false),
      smooth: parseAsFloat.withDefault(0),
      panels: parseAsString.withDefault(""),
    },
    { history: "replace", shallow: true },
  );
}

export type ChartState = ReturnType<typeof useChartState>[0];
