import { performance } from "node:perf_hooks";
import autocannon from "autocannon";

export interface HttpLoad {
  url: string;
  /** Posted to in turn. */
  paths: readonly string[];
  headers: Record<string, string>;
  /** A new body for each request. */
  body: () => string;
  clients: number;
  /** A peer's refusals are not counted as answers; ours end the suite. */
  mayRefuse: boolean;
  /** How long the measured requests take, about. */
  seconds: number;
}

/** A server so slow that its first answers take so many times the time asked for is not sent more. */
const SLOW = 2;

/**
 * Requests answered a second, from so many clients that each wait for their answer. A number of requests is sent and
 * all answers are waited for, so that a slow server is not left with requests that nobody counts; the number grows
 * until it takes long enough, and what came before was the warm-up.
 */
export async function requestRate(load: HttpLoad): Promise<number> {
  let amount = load.clients;
  let { answered, seconds } = await send(load, amount);
  while (seconds < load.seconds / 2 || (amount === load.clients && seconds < load.seconds * SLOW)) {
    const factor = Math.min(10, load.seconds / Math.max(seconds, 0.01));
    amount = Math.max(amount + 1, Math.round(amount * factor));
    ({ answered, seconds } = await send(load, amount));
  }
  return answered / seconds;
}

async function send(load: HttpLoad, amount: number): Promise<{ answered: number; seconds: number }> {
  const { url, paths, headers, body, clients, mayRefuse } = load;
  let sent = 0;
  let lastAnswerMs = 0;
  let refusal = "";
  const path = (): string => paths[sent++ % paths.length] ?? "/";
  const beginMs = performance.now();
  const result = await autocannon({
    url,
    connections: clients,
    amount,
    timeout: 120,
    // How often it looks whether it is done.
    sampleInt: 50,
    requests: [
      {
        method: "POST",
        headers,
        setupRequest: (request) => ({ ...request, path: path(), body: body() }),
        onResponse: (status, text) => {
          lastAnswerMs = performance.now();
          if (status >= 300) refusal = `${status} ${text.slice(0, 200)}`;
        },
      },
    ],
  });
  const refused = amount - result["2xx"];
  if (refused > 0) {
    const what = `${url}${paths[0]}: ${refused} of ${amount} not answered with success; ${refusal}`;
    if (!mayRefuse) throw new Error(what);
    console.warn(what);
  }
  return { answered: result["2xx"], seconds: (lastAnswerMs - beginMs) / 1_000 };
}
