import type { Assay } from "@assay/sdk";
import { confusionSvg } from "./confusion-svg.ts";
import type { Digits } from "./digits.ts";
import { evaluate } from "./evaluate.ts";
import { createNetwork, trainOn } from "./network.ts";
import { shuffled } from "./random.ts";

export interface Settings {
  hiddenUnits: number;
  learningRate: number;
  epochs: number;
  seed: number;
}

export const EXPERIMENT = "digits-typescript";
const LOG_EVERY = 100;

/** Trains one classifier and logs all of it: settings, curves, confusion matrix and the model itself. */
export async function train(assay: Assay, digits: Digits, settings: Settings) {
  const family = settings.hiddenUnits === 0 ? "softmax" : "mlp";
  const run = await assay.createRun({
    experiment: EXPERIMENT,
    params: { family, ...settings },
    tags: { task: "digits" },
  });
  const dataset = { name: "digits", digest: digits.digest, source: "digits.csv.gz", sourceType: "local" };
  await run.logInput({ ...dataset, context: "train" });
  const network = createNetwork(settings.hiddenUnits, settings.seed);
  let step = 0;
  let loss = 0;
  for (let epoch = 1; epoch <= settings.epochs; epoch += 1) {
    const learningRate = settings.learningRate / (1 + 0.1 * (epoch - 1));
    for (const sample of shuffled(digits.train, settings.seed + epoch)) {
      loss += trainOn(network, sample, learningRate);
      step += 1;
      if (step % LOG_EVERY !== 0) continue;
      run.log({ "train/loss": loss / LOG_EVERY, "train/learning_rate": learningRate }, { step });
      loss = 0;
    }
    const { loss: valLoss, accuracy } = evaluate(network, digits.test);
    run.log({ "val/loss": valLoss, "val/acc": accuracy, epoch }, { step });
    // Lets what was logged leave while training goes on.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { accuracy, confusion } = evaluate(network, digits.test);
  await run.logArtifact(
    "confusion-matrix.json",
    JSON.stringify({ rows: "actual", columns: "predicted", counts: confusion }),
  );
  await run.logArtifact("confusion-matrix.svg", confusionSvg(confusion, `${family}: actual by predicted`));
  const weights = network.layers.map((layer) => ({ ...layer, weights: [...layer.weights], biases: [...layer.biases] }));
  const model = await run.logModel(
    "classifier",
    {
      "model.json": JSON.stringify({ format: "dense-layers/1", layers: weights }),
      "settings.json": JSON.stringify(settings),
    },
    { modelType: "typescript", params: { family } },
  );
  await run.finish();
  return { run, model, accuracy };
}
