"use client";

import type { Webhook } from "@assay/contract";
import { SkeletonRows } from "@assay/ui";
import { Button, Text } from "@mantine/core";
import { QueryError } from "../../data/query-error.tsx";
import { DeliveryItem } from "./delivery-item.tsx";
import { useDeliveries } from "./use-deliveries.ts";

/** The last deliveries to a webhook, and the older ones on demand. */
export function DeliveryList({ webhook }: { webhook: Webhook }) {
  const { data, error, isPending, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useDeliveries(
    webhook.id,
  );
  const deliveries = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {isPending && <SkeletonRows rows={3} />}
      {isError && <QueryError error={error} onRetry={() => void refetch()} />}
      {data !== undefined && deliveries.length === 0 && (
        <Text c="dimmed" px="xs">
          Nothing was sent yet. What is sent from now on stands here for a month.
        </Text>
      )}
      {deliveries.length > 0 && (
        <ul className="delivery-list" aria-label={`Deliveries to ${webhook.name}`}>
          {deliveries.map((delivery) => (
            <DeliveryItem key={delivery.id} webhook={webhook} delivery={delivery} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="subtle" size="compact-xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older deliveries
        </Button>
      )}
    </>
  );
}
