"use client";

import type { WebhookDelivery, WebhookId } from "@assay/contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC, useTRPCClient } from "../../data/trpc.ts";

const PAGE_SIZE = 10;
const WAITING_MS = 2_000;
const QUIET_MS = 15_000;
const firstPage: string | null = null;

const isPending = ({ state }: WebhookDelivery): boolean => state === "pending";

/** What was sent to a webhook, newest first; looked at more often while something is under way. */
export function useDeliveries(webhookId: WebhookId) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { ...useScope(), webhookId, limit: PAGE_SIZE };
  return useInfiniteQuery({
    queryKey: trpc.webhook.deliveries.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      client.webhook.deliveries.query(pageParam === null ? input : { ...input, cursor: pageParam }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isPending)) === true ? WAITING_MS : QUIET_MS,
  });
}
