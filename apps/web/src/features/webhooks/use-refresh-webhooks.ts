"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../data/trpc.ts";

/** Fetches webhooks and their deliveries again. */
export function useRefreshWebhooks(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.webhook.pathFilter());
}
