"use client";

import { GROUP_BANDS, GROUP_CENTRES, type SeriesAxis } from "@assay/contract";
import { parseAsBoolean, parseAsFloat, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { seriesAxisParser } from "./series-axis-parser.ts";

export const BY_STEP: SeriesAxis = { kind: "step" };

/** How charts are drawn, as the address says; what runs along the bottom when it says nothing is up to the screen. */
export function useChartState(usualX: SeriesAxis = BY_STEP) {
  return useQueryStates(
    {
      x: seriesAxisParser.withDefault(usualX),
      logy: parseAsBoolean.withDefault(false),
      smooth: parseAsFloat.withDefault(0),
      panels: parseAsString.withDefault(""),
      /** A column such as `params.lr`; runs are drawn one by one while it is null. */
      group: parseAsString,
      centre: parseAsStringLiteral(GROUP_CENTRES).withDefault("mean"),
      band: parseAsStringLiteral(GROUP_BANDS).withDefault("minmax"),
    },
    { history: "replace", shallow: true },
  );
}

export type ChartState = ReturnType<typeof useChartState>[0];
