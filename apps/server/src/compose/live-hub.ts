import { EventEmitter, on } from "node:events";
import type { LiveHub } from "@assay/api";
import type { LiveEvent, ProjectId } from "@assay/contract";
import { type Db, listenLive } from "@assay/db";

export interface RunningLiveHub extends LiveHub {
  close(): Promise<void>;
}

/** Hands the database's notices to whoever watches their project in this process. */
export async function openLiveHub(db: Db, onError: (error: unknown) => void): Promise<RunningLiveHub> {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const stop = await listenLive(db, {
    notice: ({ projectId, kind, runId }) => emitter.emit(projectId, { kind, runId }),
    // Notices may have been missed: watchers look at everything again.
    gap: () => {
      for (const project of emitter.eventNames()) emitter.emit(project, { kind: "registry", runId: null });
    },
    error: onError,
  });
  return {
    async *subscribe(projectId: ProjectId, signal: AbortSignal): AsyncGenerator<LiveEvent> {
      try {
        for await (const [event] of on(emitter, projectId, { signal })) yield event;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    close: stop,
  };
}
