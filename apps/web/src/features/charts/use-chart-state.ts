"use client";

import { X_AXES, type XAxis } from "@assay/ui/chart";
import { parseAsBoolean, parseAsFloat, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

/** How charts are drawn, as the address says; what runs along the bottom when it says nothing is up to the screen. */
export function useChartState(usualX: XAxis = "step") {
  return useQueryStates(
    {
      x: parseAsStringLiteral(X_AXES).withDefault(usualX),
      logy: parseAsBoolean.withDefault(false),
      smooth: parseAsFloat.withDefault(0),
      panels: parseAsString.withDefault(""),
    },
    { history: "replace", shallow: true },
  );
}

export type ChartState = ReturnType<typeof useChartState>[0];
