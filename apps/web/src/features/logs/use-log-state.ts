"use client";

import { LOG_STREAMS } from "@assay/contract";
import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

/** What of the log is shown and how, as the address says. */
export function useLogState() {
  return useQueryStates(
    {
      stream: parseAsStringLiteral(LOG_STREAMS),
      find: parseAsString.withDefault(""),
      /** The line that is pointed at, by its number in the run. */
      line: parseAsInteger,
      wrap: parseAsBoolean.withDefault(false),
      times: parseAsBoolean.withDefault(true),
    },
    { history: "replace", shallow: true },
  );
}

export type LogState = ReturnType<typeof useLogState>[0];
export type SetLogState = ReturnType<typeof useLogState>[1];
