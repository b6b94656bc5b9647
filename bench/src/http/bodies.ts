import { makeKeyMix } from "../data/key-mix.ts";

const TEMPLATES = 16;
/** Requests are numbered with seven digits, which their steps and times carry: no point is sent twice. */
const FIRST = 1_000_000;
const NUMBER = "@";
const RUN = "#";

/** Bodies of one kind, each to the next run in turn, from templates: writing one costs next to nothing. */
export type Bodies = (runIds: readonly string[]) => () => string;

/** MLflow log-batch bodies with the mix of 50 keys, or fewer of them, at so many steps. */
export const logBatchBodies = (steps: number, keys = 50): Bodies =>
  fromTemplates((seed) => {
    const mix = makeKeyMix(steps, seed).slice(0, keys);
    const metrics = mix.flatMap(({ key, values }) =>
      Array.from(
        values,
        (value, at) => `{"key":"${key}","value":${value},"timestamp":${timeAt(at)},"step":${stepAt(at)}}`,
      ),
    );
    return `{"run_id":"${RUN}","metrics":[${metrics.join(",")}]}`;
  });

/** MLflow log-metric bodies. */
export const logMetricBodies = (): Bodies =>
  fromTemplates(
    (seed) => `{"run_id":"${RUN}","key":"loss","value":${1 / seed},"timestamp":${timeAt(0)},"step":${stepAt(0)}}`,
  );

/** MLflow log-parameter bodies, each with a key of its own. */
export const logParameterBodies = (): Bodies =>
  fromTemplates((seed) => `{"run_id":"${RUN}","key":"param_${NUMBER}","value":"${1 / seed}"}`);

/** MLflow runs/create bodies, each with a name of its own. */
export const createRunBodies = (): Bodies =>
  fromTemplates(
    (seed) =>
      `{"experiment_id":"0","start_time":${timeAt(0)},"run_name":"run ${NUMBER}","tags":[{"key":"seed","value":"${seed}"}]}`,
  );

/** Bodies of our own ingest door: a dense matrix of the mix of 50 keys at so many steps. */
export const denseBodies = (steps: number): Bodies =>
  fromTemplates((seed) => {
    const mix = makeKeyMix(steps, seed);
    const rows = Array.from({ length: steps }, (_, at) => `[${mix.map(({ values }) => values[at]).join()}]`);
    const all = (one: (at: number) => string) => Array.from({ length: steps }, (_, at) => one(at)).join();
    const keys = JSON.stringify(mix.map(({ key }) => key));
    return `{"keys":${keys},"steps":[${all(stepAt)}],"timesMs":[${all(timeAt)}],"values":[${rows.join()}]}`;
  });

const twoDigits = (at: number): string => String(at).padStart(2, "0");
const stepAt = (at: number): string => `${NUMBER}${twoDigits(at)}`;
const timeAt = (at: number): string => `175${NUMBER}${twoDigits(at)}0`;

function fromTemplates(make: (seed: number) => string): Bodies {
  const templates = Array.from({ length: TEMPLATES }, (_, at) => make(at + 1).split(NUMBER));
  return (runIds) => {
    let number = FIRST;
    return () => {
      const template = templates[number % TEMPLATES] ?? [];
      const runId = runIds[number % runIds.length] ?? "";
      return template.join(String(number++)).replace(RUN, runId);
    };
  };
}
