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
  /** How long the measured requests take, about. */
  seconds: number;
}

/**
 * Requests answered a second, from so many clients that each wait for their answer. A number of requests is sent and
 * all answers are waited for, so that a slow server is not left with requests that nobody counts; the number grows
 * until it takes long enough, and what came before was the warm-up.
 */
export async function requestRate(load: HttpLoad): Promise<number> {
  let amount = load.clients;
  let took = await secondsFor(load, amount);
  do {
    amount = Math.max(amount, Math.round(amount * Math.min(10, load.seconds / Math.max(took, 0.01))));
    took = await secondsFor(load, amount);
  } while (took < load.seconds / 2);
  return amount / took;
}

async function secondsFor({ url, paths, headers, body, clients }: HttpLoad, amount: number): Promise<number> {
  let sent = 0;
  let lastAnswerMs = 0;
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
        onResponse: () => {
          lastAnswerMs = performance.now();
        },
      },
    ],
  });
  const { non2xx, errors } = result;
  if (result["2xx"] !== amount) throw new Error(`${paths[0]}: ${non2xx} refusals and ${errors} errors of ${amount}`);
  return (lastAnswerMs - beginMs) / 1_000;
}
