import type { LiveEvent, ProjectId } from "@assay/contract";
import type { ServiceContext } from "@assay/services";

/** Changes in projects as they happen, from whichever process made them. */
export interface LiveHub {
  /** Ends when the signal aborts. May leave out events for a slow reader, never the last one about a run. */
  subscribe(projectId: ProjectId, signal: AbortSignal): AsyncIterable<LiveEvent>;
}

/** What every procedure is handed. Named, so that emitted types mention it instead of all it holds. */
export interface ApiContext {
  readonly services: ServiceContext;
  readonly live: LiveHub;
}
