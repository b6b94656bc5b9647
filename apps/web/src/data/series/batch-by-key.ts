interface BatchOptions<Rest, Answer> {
  /** Fetches several keys that are alike in all the rest. */
  send: (rest: Rest, keys: string[], signal: AbortSignal) => Promise<Answer[]>;
  keyOf: (answer: Answer) => string;
  mostKeys: (rest: Rest) => number;
}

interface Waiting<Answer> {
  key: string;
  signal: AbortSignal | undefined;
  resolve: (answers: Answer[]) => void;
  reject: (error: unknown) => void;
}

type Load<Rest, Answer> = (rest: Rest, key: string, signal?: AbortSignal) => Promise<Answer[]>;

/**
 * Gathers what is asked for in one tick, so that all charts that come into view cost one request. A request is given
 * up when nobody waits for it any more.
 */
export function batchByKey<Rest, Answer>(options: BatchOptions<Rest, Answer>): Load<Rest, Answer> {
  const batches = new Map<string, { rest: Rest; waiting: Waiting<Answer>[] }>();
  const flush = () => {
    const ready = [...batches.values()];
    batches.clear();
    for (const { rest, waiting } of ready) {
      const size = Math.max(1, options.mostKeys(rest));
      for (let at = 0; at < waiting.length; at += size) void sendPart(options, rest, waiting.slice(at, at + size));
    }
  };
  return (rest, key, signal) =>
    new Promise((resolve, reject) => {
      if (batches.size === 0) setTimeout(flush, 0);
      const id = JSON.stringify(rest);
      const batch = batches.get(id) ?? { rest, waiting: [] };
      batch.waiting.push({ key, signal, resolve, reject });
      batches.set(id, batch);
    });
}

async function sendPart<Rest, Answer>(
  { send, keyOf }: BatchOptions<Rest, Answer>,
  rest: Rest,
  waiting: readonly Waiting<Answer>[],
): Promise<void> {
  const stop = new AbortController();
  const stopWhenLeft = () => {
    if (waiting.every(({ signal }) => signal?.aborted === true)) stop.abort();
  };
  for (const { signal } of waiting) signal?.addEventListener("abort", stopWhenLeft);
  stopWhenLeft();
  try {
    const answers = await send(rest, [...new Set(waiting.map(({ key }) => key))], stop.signal);
    for (const { key, resolve } of waiting) resolve(answers.filter((answer) => keyOf(answer) === key));
  } catch (error) {
    for (const { reject } of waiting) reject(error);
  } finally {
    for (const { signal } of waiting) signal?.removeEventListener("abort", stopWhenLeft);
  }
}
