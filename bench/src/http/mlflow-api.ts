import type { Target } from "./target.ts";

export const API = "/api/2.0/mlflow";
export const FILES = "/api/2.0/mlflow-artifacts/artifacts";

/** Sends one request of the MLflow protocol and answers its JSON; throws with the body when it is no success. */
export async function callMlflow<T>({ url, headers }: Target, path: string, body?: object): Promise<T> {
  const init = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch(url + path, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}${path} answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** Makes an experiment; its id. */
export async function createExperiment(target: Target, name: string): Promise<string> {
  const made = await callMlflow<{ experiment_id: string }>(target, `${API}/experiments/create`, { name });
  return made.experiment_id;
}
