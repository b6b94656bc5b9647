interface Waiting<Item> {
  item: Item;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Commits what arrives while a flush is under way in the next one, all together; each caller is answered only after
 * its own flush has committed. When a shared flush fails its items are retried one by one, so that one caller's
 * fault is not another's.
 */
export class GroupCommit<Item> {
  private queue: Waiting<Item>[] = [];
  private draining: Promise<void> | null = null;
  private readonly flush: (items: Item[]) => Promise<void>;
  private readonly maxItems: number;

  constructor(flush: (items: Item[]) => Promise<void>, maxItems = 256) {
    this.flush = flush;
    this.maxItems = maxItems;
  }

  add(item: Item): Promise<void> {
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
      const batch = this.queue.splice(0, this.maxItems);
      await this.commit(batch);
    }
    // In the same turn that found the queue empty: what is added from here on starts the next drain.
    this.draining = null;
  }

  private async commit(batch: Waiting<Item>[]): Promise<void> {
    try {
      await this.flush(batch.map((waiting) => waiting.item));
      for (const waiting of batch) waiting.resolve();
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const waiting of batch) await this.commit([waiting]);
    }
  }
}
