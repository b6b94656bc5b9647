/** An MLflow log-batch body of `count` metrics at one new step each time it is called. */
export function logBatchBodies(runId: () => string, count: number): () => string {
  const step = counter();
  const keys = Array.from({ length: count }, (_, at) => `layer_${at % 50}/metric_${Math.floor(at / 50)}`);
  return () => {
    const at = step();
    const metrics = keys.map(
      (key, index) =>
        `{"key":"${key}","value":${value(at + index)},"timestamp":${1_700_000_000_000 + at},"step":${at}}`,
    );
    return `{"run_id":"${runId()}","metrics":[${metrics.join(",")}]}`;
  };
}

/** An MLflow log-metric body. */
export function logMetricBodies(runId: () => string): () => string {
  const step = counter();
  return () => {
    const at = step();
    return `{"run_id":"${runId()}","key":"loss","value":${value(at)},"timestamp":${1_700_000_000_000 + at},"step":${at}}`;
  };
}

/** A dense body of our own ingest door: `keys` values at one new step. */
export function denseBodies(keys: number): () => string {
  const step = counter();
  const names = JSON.stringify(Array.from({ length: keys }, (_, at) => `layer_${at}/loss`));
  return () => {
    const at = step();
    const row = Array.from({ length: keys }, (_, index) => value(at + index));
    return `{"keys":${names},"steps":[${at}],"timesMs":[${1_700_000_000_000 + at}],"values":[[${row.join(",")}]]}`;
  };
}

const counter = (): (() => number) => {
  let next = 0;
  return () => next++;
};

const value = (at: number): string => Math.exp(-(at % 1_000) / 300).toFixed(6);
