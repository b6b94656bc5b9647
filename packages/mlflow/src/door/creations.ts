import { isDomainError, RunId } from "@assay/contract";
import { type CreationRequest, RETRY_WINDOW_MS } from "@assay/services";
import { WIRE_ERRORS } from "../wire/error-response.ts";

/** What becomes of an answer: one of the two is called, once, some time. */
export interface AnswerFate {
  /** The client cannot have read it. */
  lost(): void;
  /** It read it, or nothing shows that it did not. */
  delivered(): void;
}

/** Makes a run under an id, as a request that may have been tried before. */
export type MakeRun<Made extends { id: RunId }> = (id: RunId, request: CreationRequest) => Promise<Made>;

interface Making {
  digest: string;
  sinceMs: number;
  /** The run once it is made; the id it was tried under when that failed. */
  id: Promise<RunId>;
  madeId: RunId | null;
  /** Its answer was read, or an equal request has taken it over. */
  isSettled: boolean;
}

export interface CreationsDeps {
  processKey: bigint;
  nowMs: () => number;
  newId: () => string;
}

/** So many lost answers are remembered; the oldest go first. */
const MOST_LOST = 10_000;
const ID = /[0-9a-f]{32}/g;

/**
 * Which requests for a run had their answer lost, so that the same request makes no second run when it comes again.
 * Equal requests of clients that both live stay two: no answer of theirs was lost. What a process had made when it
 * ended is found in the database instead.
 */
export class Creations {
  private readonly deps: CreationsDeps;
  private readonly lost = new Map<string, Making[]>();
  /** Made runs whose answer is under way or lost: whoever names one has read it. */
  private readonly unread = new Map<string, Making>();

  constructor(deps: CreationsDeps) {
    this.deps = deps;
  }

  /** Makes a run by `work`, under the id of an equal request whose answer was lost if there is one. */
  async make<Made extends { id: RunId }>(
    digest: string,
    watch: (fate: AnswerFate) => void,
    work: MakeRun<Made>,
  ): Promise<Made> {
    const repeated = this.takeLost(digest);
    const { promise, resolve } = Promise.withResolvers<RunId>();
    const making: Making = { digest, sinceMs: this.deps.nowMs(), id: promise, madeId: null, isSettled: false };
    watch({ lost: () => this.lose(making), delivered: () => this.settle(making) });
    const id = (await repeated?.id) ?? RunId.parse(this.deps.newId());
    try {
      const made = await work(id, { digest, processKey: this.deps.processKey, isRepeat: repeated !== undefined });
      making.madeId = made.id;
      if (!making.isSettled) this.unread.set(made.id, making);
      resolve(made.id);
      return made;
    } catch (error) {
      resolve(id);
      if (isRefusal(error)) this.settle(making);
      else this.lose(making);
      throw error;
    }
  }

  /** Notes the runs that a request names: their answers were read. */
  see(url: string, raw: object): void {
    if (this.unread.size === 0) return;
    const { run_id, run_uuid, source_run_id } = { run_id: "", run_uuid: "", source_run_id: "", ...raw };
    for (const id of [run_id, run_uuid, source_run_id, ...(url.match(ID) ?? [])]) {
      const making = this.unread.get(id);
      if (making !== undefined) this.settle(making);
    }
  }

  private takeLost(digest: string): Making | undefined {
    // The newest: a client asks again soon.
    const last = this.lost.get(digest)?.at(-1);
    if (last === undefined) return undefined;
    this.settle(last);
    return last.sinceMs < this.deps.nowMs() - RETRY_WINDOW_MS ? this.takeLost(digest) : last;
  }

  private lose(making: Making): void {
    if (making.isSettled) return;
    const others = (this.lost.get(making.digest) ?? []).filter((one) => one !== making);
    this.lost.set(making.digest, [...others, making]);
    const oldest = this.deps.nowMs() - RETRY_WINDOW_MS;
    for (const [first] of this.lost.values()) {
      if (first === undefined || (first.sinceMs >= oldest && this.lost.size <= MOST_LOST)) return;
      this.settle(first);
    }
  }

  private settle(making: Making): void {
    making.isSettled = true;
    if (making.madeId !== null) this.unread.delete(making.madeId);
    const others = (this.lost.get(making.digest) ?? []).filter((one) => one !== making);
    if (others.length === 0) this.lost.delete(making.digest);
    else this.lost.set(making.digest, others);
  }
}

/** An error that says all there is to say: nothing was made, and the same request would be refused again. */
const isRefusal = (error: unknown): boolean => isDomainError(error) && WIRE_ERRORS[error.code].status < 500;
