/** Posts JSON and answers the JSON that comes back; throws with the body when it is no success. */
export async function postJson<T>(url: string, headers: Record<string, string>, body: object): Promise<T> {
  const init = {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${url} answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** Runs, made through the MLflow protocol, which both servers speak. */
export async function createRuns(url: string, headers: Record<string, string>, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const body = { experiment_id: "0", start_time: Date.now(), run_name: `bench-${at}` };
    const made = await postJson<{ run: { info: { run_id: string } } }>(
      `${url}/api/2.0/mlflow/runs/create`,
      headers,
      body,
    );
    ids.push(made.run.info.run_id);
  }
  return ids;
}
