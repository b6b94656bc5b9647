"use client";

import { type Permission, roleAllows } from "@assay/contract";
import { useQuery } from "@tanstack/react-query";
import { useScope } from "./scope-context.ts";
import { useTRPC } from "./trpc.ts";

/** Whether the reader's role in this project allows something; false until it is known. The server decides anyway. */
export function useMay(permission: Permission): boolean {
  const settings = useQuery(useTRPC().project.settings.queryOptions(useScope(), { staleTime: 60_000 }));
  return settings.data !== undefined && roleAllows(settings.data.role, permission);
}
