import autocannon from "autocannon";

export interface LoadOptions {
  url: string;
  headers: Record<string, string>;
  /** A new body for each request, so that no point is sent twice. */
  body: () => string;
  clients: number;
  seconds: number;
}

export interface LoadResult {
  requests: number;
  failures: number;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** Sends POST requests from so many clients, each waiting for its answer, after a warm-up of a fifth of the time. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  await cannon({ ...options, seconds: Math.max(1, options.seconds / 5) });
  return cannon(options);
}

async function cannon({ url, headers, body, clients, seconds }: LoadOptions): Promise<LoadResult> {
  const result = await autocannon({
    url,
    connections: clients,
    duration: seconds,
    timeout: 60,
    requests: [{ method: "POST", headers, setupRequest: (request) => ({ ...request, body: body() }) }],
  });
  return {
    requests: result["2xx"],
    failures: result.non2xx + result.errors,
    requestsPerSecond: result["2xx"] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}
