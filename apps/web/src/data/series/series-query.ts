import type { ProjectScope } from "@assay/contract";
import type { QueryKey } from "@tanstack/react-query";
import type { GroupSeriesRequest, RunSeriesRequest } from "./series-source.ts";

type RunSeriesKey = readonly ["run-series", ProjectScope, RunSeriesRequest, string];
type GroupSeriesKey = readonly ["group-series", ProjectScope, GroupSeriesRequest, string];

export const runSeriesKey = (scope: ProjectScope, request: RunSeriesRequest, key: string): RunSeriesKey => [
  "run-series",
  scope,
  request,
  key,
];

export const groupSeriesKey = (scope: ProjectScope, request: GroupSeriesRequest, key: string): GroupSeriesKey => [
  "group-series",
  scope,
  request,
  key,
];

export const isRunSeriesKey = (key: QueryKey): key is RunSeriesKey => key[0] === "run-series";
export const isGroupSeriesKey = (key: QueryKey): key is GroupSeriesKey => key[0] === "group-series";
