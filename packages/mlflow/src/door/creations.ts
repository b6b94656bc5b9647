import { isDomainError } from "@assay/contract";
import { type CreationRequest, RETRY_WINDOW_MS } from "@assay/services";
import { WIRE_ERRORS } from "../wire/error-response.ts";

/** What becomes of an answer: one of the two is called, once, some time. */
export interface AnswerFate {
  /** The client cannot have read it. */
  lost(): void;
  /** It read it, or nothing shows that it did not. */
  delivered(): void;
}

/** What a request made. */
export interface Made {
  /** A uuid. */
  id: string;
  /** How requests name it, when not by its id. */
  wireName?: string;
}

/** Makes something under an id, as a request that may have been tried before. */
export type Make<Result extends Made> = (id: string, request: CreationRequest) => Promise<Result>;

interface Making {
  digest: string;
  sinceMs: number;
  /** The id once it is made; the one it was tried under when that failed. */
  id: Promise<string>;
  /** How requests name what is made. */
  name: string | null;
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
 * Which requests that make something had their answer lost, so that the same request makes no second one when it comes
 * again. Equal requests of clients that both live stay two: no answer of theirs was lost. What a process had made when it
 * ended is found in the database instead.
 */
export class Creations {
  private readonly deps: CreationsDeps;
  private readonly lost = new Map<string, Making[]>();
  /** By its name, what is made and its answer under way or lost: whoever names it has read that. */
  private readonly unread = new Map<string, Making>();

  constructor(deps: CreationsDeps) {
    this.deps = deps;
  }

  /** Makes something by `work`, under the id of an equal request whose answer was lost if there is one. */
  async make<Result extends Made>(
    digest: string,
    watch: (fate: AnswerFate) => void,
    work: Make<Result>,
  ): Promise<Result> {
    const repeated = this.takeLost(digest);
    const { promise, resolve } = Promise.withResolvers<string>();
    const making: Making = { digest, sinceMs: this.deps.nowMs(), id: promise, name: null, isSettled: false };
    watch({ lost: () => this.lose(making), delivered: () => this.settle(making) });
    const id = (await repeated?.id) ?? this.deps.newId();
    try {
      const made = await work(id, { digest, processKey: this.deps.processKey, isRepeat: repeated !== undefined });
      making.name = made.wireName ?? made.id;
      if (!making.isSettled) this.unread.set(making.name, making);
      resolve(made.id);
      return made;
    } catch (error) {
      resolve(id);
      if (isRefusal(error)) this.settle(making);
      else this.lose(making);
      throw error;
    }
  }

  /** Notes what a request names: those answers were read. */
  see(url: string, raw: object): void {
    if (this.unread.size === 0) return;
    for (const name of namesIn(url, raw)) {
      const making = this.unread.get(name);
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
    if (making.name !== null) this.unread.delete(making.name);
    const others = (this.lost.get(making.digest) ?? []).filter((one) => one !== making);
    if (others.length === 0) this.lost.delete(making.digest);
    else this.lost.set(making.digest, others);
  }
}

/** An error that says all there is to say: nothing was made, and the same request would be refused again. */
const isRefusal = (error: unknown): boolean => isDomainError(error) && WIRE_ERRORS[error.code].status < 500;

/** Ids wherever a request has them, and what its name and version say together. */
function namesIn(url: string, raw: object): string[] {
  const { run_id, run_uuid, source_run_id, model_id, models, name, version } = Object(raw);
  const listed = Array.isArray(models) ? models.map((one) => Object(one).model_id) : [];
  const ids = [url, run_id, run_uuid, source_run_id, model_id, ...listed].join(" ").match(ID) ?? [];
  return [...ids, versionName(String(name), String(version))];
}

/** How requests name a version of a registered model. */
export const versionName = (model: string, number: string): string => `${model}/${number}`;
