import { CLASSES, type Sample } from "./digits.ts";
import { type Network, predict } from "./network.ts";

export interface Evaluation {
  loss: number;
  accuracy: number;
  /** `confusion[actual][predicted]`, counts. */
  confusion: number[][];
}

/** How well a network does on samples it was not trained on. */
export function evaluate(network: Network, samples: readonly Sample[]): Evaluation {
  const confusion = Array.from({ length: CLASSES }, () => new Array<number>(CLASSES).fill(0));
  let loss = 0;
  let correct = 0;
  for (const { pixels, label } of samples) {
    const probabilities = predict(network, pixels);
    const guess = probabilities.indexOf(Math.max(...probabilities));
    loss -= Math.log(Math.max(probabilities[label] ?? 0, 1e-12));
    if (guess === label) correct += 1;
    const row = confusion[label];
    if (row !== undefined) row[guess] = (row[guess] ?? 0) + 1;
  }
  return { loss: loss / samples.length, accuracy: correct / samples.length, confusion };
}
