/** The same first run through the typed client, which reads its address and token from the environment. */
export function typescriptSnippet(project: string, experiment: string): string {
  return `import { Assay } from "@assay/sdk";

const assay = new Assay({ project: ${JSON.stringify(project)} });
const run = await assay.createRun({ experiment: ${JSON.stringify(experiment)}, params: { lr: 0.01 } });
let loss = 1;
for (let step = 0; step < 100; step++) {
  loss *= 0.97;
  run.log({ "train/loss": loss }, { step });
}
await run.finish();`;
}
