"use client";

import { useRouter } from "next/navigation";
import { comparePath, runPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { useKeys } from "../shell/use-keys.ts";
import type { RunsModel } from "./use-runs-model.ts";
import { LENSES } from "./use-runs-state.ts";

export const FILTER_INPUT_ID = "runs-filter";

/** The keys of the run list, as the help dialog lists them. */
export function useRunsKeyboard(model: RunsModel): void {
  const router = useRouter();
  const scope = useScope();
  const { runs, activeId, setActiveId, selected, setSelected, toggleShown, setState } = model;
  const move = (by: number) => {
    const index = runs.rows.findIndex((row) => row.id === activeId);
    const next = runs.rows[Math.min(Math.max(index + by, 0), runs.rows.length - 1)];
    if (next !== undefined) setActiveId(next.id);
  };
  const toggleSelected = (runId: string) => {
    const next = new Set(selected);
    if (!next.delete(runId)) next.add(runId);
    setSelected(next);
  };
  const lensKeys = Object.fromEntries(LENSES.map((lens, index) => [String(index + 1), () => void setState({ lens })]));
  useKeys({
    ...lensKeys,
    "/": (event) => {
      event.preventDefault();
      document.getElementById(FILTER_INPUT_ID)?.focus();
    },
    j: () => move(1),
    k: () => move(-1),
    x: () => activeId !== null && toggleSelected(activeId),
    e: () => activeId !== null && toggleShown(activeId),
    c: () => selected.size > 1 && router.push(comparePath(scope, [...selected])),
    Enter: (event) => {
      const isOnControl = event.target instanceof Element && event.target.closest("a, button, summary") !== null;
      if (activeId !== null && !isOnControl) router.push(runPath(scope, activeId));
    },
    Escape: () => (selected.size > 0 ? setSelected(new Set()) : setActiveId(null)),
  });
}
