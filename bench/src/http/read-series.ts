import type { ProjectScope, Series } from "@assay/contract";

interface SeriesRequest {
  url: string;
  token: string;
  scope: ProjectScope;
  runId: string;
  key: string;
  maxPoints: number;
}

/** One chart's query over HTTP. */
export async function readSeries({ url, token, scope, ...query }: SeriesRequest): Promise<Series[]> {
  const { runId, key, maxPoints } = query;
  const input = encodeURIComponent(JSON.stringify({ json: { ...scope, runIds: [runId], keys: [key], maxPoints } }));
  const response = await fetch(`${url}/api/trpc/metric.series?input=${input}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`metric.series answered ${response.status}: ${await response.text()}`);
  const body: { result: { data: { json: Series[] } } } = JSON.parse(await response.text());
  return body.result.data.json;
}
