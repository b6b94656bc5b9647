import autocannon from "autocannon";

export interface HttpLoad {
  url: string;
  /** Posted to in turn. */
  paths: readonly string[];
  headers: Record<string, string>;
  /** A new body for each request. */
  body: () => string;
  clients: number;
  seconds: number;
}

/** Requests answered with 2xx a second, from so many clients that each wait for their answer, after a warm-up. */
export async function requestRate(load: HttpLoad): Promise<number> {
  await cannon({ ...load, seconds: load.seconds / 5 });
  const result = await cannon(load);
  if (result.non2xx + result.errors > 0) {
    throw new Error(
      `${load.paths[0]}: ${result.non2xx} refusals and ${result.errors} errors among ${result["2xx"]} answers`,
    );
  }
  return result["2xx"] / result.duration;
}

function cannon({ url, paths, headers, body, clients, seconds }: HttpLoad): Promise<autocannon.Result> {
  let sent = 0;
  const path = (): string => paths[sent++ % paths.length] ?? "/";
  return autocannon({
    url,
    connections: clients,
    duration: seconds,
    timeout: 60,
    requests: [{ method: "POST", headers, setupRequest: (request) => ({ ...request, path: path(), body: body() }) }],
  });
}
