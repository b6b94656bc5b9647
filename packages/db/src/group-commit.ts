import { setImmediate as turn } from "node:timers/promises";

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/** What became of an item: its result, or the error that is its own and not its neighbours'. */
export type Outcome<Result> = { result: Result } | { error: unknown };

/**
 * Commits together what arrives in one turn of the event loop or while a flush is under way; each caller is answered
 * only after its own flush has committed. When a shared flush fails its items are retried one by one, so that one
 * caller's fault is not another's.
 */
export class GroupCommit<Item, Result> {
  private queue: Waiting<Item, Result>[] = [];
  private draining: Promise<void> | null = null;
  private readonly flush: (items: Item[]) => Promise<Outcome<Result>[]>;
  private readonly maxItems: number;

  /** `flush` answers one outcome for each item, in their order. */
  constructor(flush: (items: Item[]) => Promise<Outcome<Result>[]>, maxItems = 256) {
    this.flush = flush;
    this.maxItems = maxItems;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.queue.push({ item, resolve, reject });
      this.draining ??= this.drain();
    });
  }

  /** Resolves when everything added so far has been answered. */
  async idle(): Promise<void> {
    await this.draining;
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      // What else this turn of the event loop brings, such as the next items of those just answered, goes along: a
      // flush for the first of them alone would keep all others waiting for a commit.
      await turn();
      await this.commit(this.queue.splice(0, this.maxItems));
    }
    // In the same turn that found the queue empty: what is added from here on starts the next drain.
    this.draining = null;
  }

  private async commit(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const outcomes = await this.flush(batch.map((waiting) => waiting.item));
      batch.forEach((waiting, at) => {
        const outcome = outcomes[at];
        if (outcome === undefined) waiting.reject(new Error("the flush forgot an item"));
        else if ("error" in outcome) waiting.reject(outcome.error);
        else waiting.resolve(outcome.result);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const waiting of batch) await this.commit([waiting]);
    }
  }
}
