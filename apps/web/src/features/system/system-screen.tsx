"use client";

import { SkeletonRows } from "@assay/ui";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "../../data/query-error.tsx";
import { useTRPC } from "../../data/trpc.ts";
import { ChunksSection } from "./chunks-section.tsx";
import { HotSection } from "./hot-section.tsx";
import { ProcessSection } from "./process-section.tsx";
import { QueuesSection } from "./queues-section.tsx";
import { RejectedSection } from "./rejected-section.tsx";

const REFRESH_MS = 3_000;

/** How the installation is doing, for admins; looks again every few seconds. */
export function SystemScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const status = useQuery(trpc.system.status.queryOptions({ workspace }, { refetchInterval: REFRESH_MS }));
  return (
    <div className="screen screen-narrow">
      <header className="screen-head">
        <h1 className="screen-title">System</h1>
        <span className="screen-note">The whole installation, every workspace in it; refreshes by itself</span>
      </header>
      {status.isPending && <SkeletonRows rows={8} />}
      {status.isError && <QueryError error={status.error} onRetry={() => void status.refetch()} />}
      {status.data !== undefined && (
        <div className="screen-columns">
          <div className="screen-column">
            <HotSection hot={status.data.metrics.hot} />
            <RejectedSection process={status.data.process} />
            <ProcessSection status={status.data} />
          </div>
          <div className="screen-column">
            <ChunksSection chunks={status.data.metrics.chunks} />
            <QueuesSection workspace={workspace} queues={status.data.queues} />
          </div>
        </div>
      )}
    </div>
  );
}
