export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD";

/**
 * One request that both servers get. Wherever it holds text, `«name»` stands for what an earlier answer of the same
 * server was asked to keep under that name.
 */
export interface Case {
  name: string;
  method: Method;
  /** From the host on, percent-encoded. */
  path: string;
  query?: Record<string, QueryValue>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, in place of JSON. */
  raw?: string;
  headers?: Record<string, string>;
  /** What to keep of the answer: name → where it stands, as `run.info.run_id`. */
  keep?: Record<string, string>;
}

type QueryValue = string | number | boolean | readonly string[];

type Extra = Pick<Case, "keep" | "raw" | "headers"> & { at?: string };

/**
 * Cases of one route: each has a title and its input, which is the query of a GET and the body of all others. A path
 * without a leading slash is below MLflow's tracking API. `at` adds to the path.
 */
export function route(method: Method, path: string, label = path) {
  const base = path.startsWith("/") ? path : `/api/2.0/mlflow/${path}`;
  return (title: string, input: Record<string, unknown> = {}, { at = "", ...extra }: Extra = {}): Case => {
    const sent = method === "GET" || method === "HEAD" ? { query: asQuery(input) } : { body: input };
    return { name: `${label}: ${title}`, method, path: base + at, ...sent, ...extra };
  };
}

function asQuery(input: Record<string, unknown>): Record<string, QueryValue> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}
