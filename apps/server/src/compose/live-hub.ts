import type { LiveHub } from "@assay/api";
import type { LiveEvent, ProjectId } from "@assay/contract";
import { type Db, listenLive } from "@assay/db";
import { LiveQueue } from "./live-queue.ts";

export interface RunningLiveHub extends LiveHub {
  close(): Promise<void>;
}

/** Hands the database's notices to whoever watches their project in this process. */
export async function openLiveHub(db: Db, onError: (error: unknown) => void): Promise<RunningLiveHub> {
  const watchers = new Map<ProjectId, Set<LiveQueue>>();
  const stop = await listenLive(db, {
    notice: ({ projectId, kind, runId }) => {
      for (const queue of watchers.get(projectId) ?? []) queue.push({ kind, runId });
    },
    gap: () => {
      for (const queues of watchers.values()) for (const queue of queues) queue.push({ kind: "gap", runId: null });
    },
    error: onError,
  });
  const enter = (projectId: ProjectId): LiveQueue => {
    const queue = new LiveQueue();
    const queues = watchers.get(projectId) ?? new Set();
    watchers.set(projectId, queues.add(queue));
    return queue;
  };
  const leave = (projectId: ProjectId, queue: LiveQueue): void => {
    const queues = watchers.get(projectId);
    queues?.delete(queue);
    if (queues?.size === 0) watchers.delete(projectId);
  };
  return {
    async *subscribe(projectId: ProjectId, signal: AbortSignal): AsyncGenerator<LiveEvent> {
      const queue = enter(projectId);
      try {
        yield* queue.drain(signal);
      } finally {
        leave(projectId, queue);
      }
    },
    close: stop,
  };
}
