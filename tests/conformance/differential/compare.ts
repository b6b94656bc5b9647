import type { Plain } from "./normalise.ts";

export interface Difference {
  case: string;
  /** `status`, `error_code`, `message`, or where in the body. */
  path: string;
  mlflow: unknown;
  assay: unknown;
}

/**
 * Messages that clients and MLflow's own tests match: where MLflow says one of them, so must we, with the same words in
 * the groups.
 */
const MATCHED = [
  /Invalid value (.{1,80}?) for parameter '([^']+)' supplied/,
  /Hint: Value was of type '(\w+)'/,
  /Missing value for required parameter '([^']+)'/,
  /See the API docs for more information about request parameters\./,
  /Run .+ not found/,
  /No tag with name: (\S+)/,
  /The run (\S+) must be in the 'active' state/,
  /^Invalid path$/,
  /Invalid model version source/,
  /To use a local path as a model version/,
  /If supplying a source as an http, https,/,
  /is not a valid remote uri/,
  /A batch logging request can contain at most (\d+) (metrics, params, and tags|\w+)/,
  /Duplicate parameter keys have been submitted/,
  /Invalid experiment name/,
  /Invalid clause\(s\) in filter string/,
  /^(Multipart upload|Multipart download) is not supported for the current artifact repository/,
];

/** Everything in which two answers to one case differ. */
export function differences(name: string, mlflow: Plain, assay: Plain): Difference[] {
  const found: Difference[] = [];
  const add = (path: string, theirs: unknown, ours: unknown): void => {
    found.push({ case: name, path, mlflow: theirs, assay: ours });
  };
  if (mlflow.status !== assay.status) add("status", mlflow.status, assay.status);
  if (mlflow.errorCode !== assay.errorCode) add("error_code", mlflow.errorCode, assay.errorCode);
  for (const pattern of MATCHED) {
    const theirs = pattern.exec(mlflow.message);
    if (theirs === null) continue;
    const ours = pattern.exec(assay.message);
    // Where we answer no error at all, that is the difference.
    if (assay.status >= 400 && theirs.slice(1).join("\n") !== ours?.slice(1).join("\n"))
      add("message", theirs[0], assay.message);
  }
  // A body beside an error: that they differ is said already.
  if (mlflow.status < 400 && assay.status < 400) compareValues("body", mlflow.body, assay.body, add);
  return found;
}

function compareValues(
  path: string,
  mlflow: unknown,
  assay: unknown,
  add: (...at: [string, unknown, unknown]) => void,
) {
  if (Array.isArray(mlflow) && Array.isArray(assay)) {
    const [theirs, ours] = [mlflow.map(identity), assay.map(identity)];
    if (JSON.stringify(theirs) !== JSON.stringify(ours)) return add(path, theirs, ours);
    for (const [at, theirs] of mlflow.entries()) compareValues(`${path}[]`, theirs, assay[at], add);
    return;
  }
  if (isObject(mlflow) && isObject(assay)) {
    for (const key of new Set([...Object.keys(mlflow), ...Object.keys(assay)]))
      compareValues(`${path}.${key}`, Reflect.get(mlflow, key), Reflect.get(assay, key), add);
    return;
  }
  if (!Object.is(mlflow, assay)) add(path, mlflow, assay);
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an item of a list of answers is; points of a metric are what they are as a whole. */
function identity(value: unknown): unknown {
  const { info, experiment_id, name, version, ...rest } = { ...NOTHING, ...(isObject(value) ? value : {}) };
  if (isObject(info)) return Reflect.get(info, "run_id") ?? Reflect.get(info, "model_id");
  if (name !== undefined) return version === undefined ? name : `${name} ${version}`;
  return experiment_id ?? ("timestamp" in rest ? value : "");
}

const NOTHING = { info: undefined, experiment_id: undefined, name: undefined, version: undefined };
