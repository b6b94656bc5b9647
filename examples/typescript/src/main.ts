import { Assay } from "@assay/sdk";
import { readDigits } from "./digits.ts";
import { EXPERIMENT, type Settings, train } from "./train.ts";

const MODEL = "digits-classifier";

/** A small search: softmax regression and one hidden layer of two sizes, each at several learning rates. */
const SEARCH: Settings[] = [0, 16, 48].flatMap((hiddenUnits) =>
  [0.3, 0.05, 0.01, 0.002].map((learningRate) => ({ hiddenUnits, learningRate, epochs: 12, seed: 1 })),
);

const assay = new Assay();
const digits = await readDigits();
console.log(`Training ${SEARCH.length} classifiers on ${digits.train.length} handwritten digits`);
const results = [];
for (const settings of SEARCH) {
  const result = await train(assay, digits, settings);
  console.log(`  ${result.run.name.padEnd(22)} val/acc ${result.accuracy.toFixed(4)}  ${result.run.url}`);
  results.push(result);
}

// The best run is asked of the server, as any other program would.
const { items } = await assay.runs.search({
  filter: `metrics.val/acc.last > 0 AND status = 'finished'`,
  sort: [{ column: "metrics.val/acc.last", direction: "desc" }],
  limit: 1,
});
const best = results.find(({ run }) => run.id === items[0]?.id) ?? results[0];
if (best === undefined) throw new Error("nothing was trained");
const version = await assay.models.register(MODEL, best.model, `Best of ${SEARCH.length} in ${EXPERIMENT}`);
await assay.models.moveAlias(MODEL, "champion", version.number, "highest validation accuracy");
console.log(`${MODEL} v${version.number} is the champion: ${best.run.name}, val/acc ${best.accuracy.toFixed(4)}`);
