"use client";

import type { ProjectScope } from "@assay/contract";
import { createContext, useContext } from "react";

export const ScopeContext = createContext<ProjectScope | null>(null);

/** The workspace and project that the screen is in. */
export function useScope(): ProjectScope {
  const scope = useContext(ScopeContext);
  if (scope === null) throw new Error("useScope is for screens inside a project");
  return scope;
}
