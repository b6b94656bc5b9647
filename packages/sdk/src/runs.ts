import type { RunDetail, RunId, RunPage, SearchRunsInput, Series } from "@assay/contract";
import type { Connection } from "./connection.ts";

export type RunQuery = Partial<Omit<SearchRunsInput, "workspace" | "project">>;

/** The runs of the project, read. */
export class Runs {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  get(runId: RunId): Promise<RunDetail> {
    return this.connection.call((api, scope) => api.run.get.query({ ...scope, runId }));
  }

  /** One page of runs, for instance `{ filter: "metrics.val/acc.max > 0.9", sort: […], columns: ["params.lr"] }`. */
  search(query: RunQuery = {}): Promise<RunPage> {
    return this.connection.call((api, scope) => api.run.search.query({ ...scope, ...query }));
  }

  /** All runs that fit, page by page. */
  async *searchAll(query: Omit<RunQuery, "cursor"> = {}): AsyncGenerator<RunPage["items"][number]> {
    let cursor: string | null | undefined;
    do {
      const page: RunPage = await this.search(cursor ? { ...query, cursor } : query);
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor !== null);
  }

  /** Series of runs and keys, each at no more than `maxPoints` entries (1,000). */
  series(runIds: RunId[], keys: string[], maxPoints = 1_000): Promise<Series[]> {
    return this.connection.call((api, scope) => api.metric.series.query({ ...scope, runIds, keys, maxPoints }));
  }
}
