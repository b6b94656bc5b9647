import { CLASSES, PIXELS, type Sample } from "./digits.ts";
import { seededRandom } from "./random.ts";

/** One fully connected layer; `weights[to * inputs + from]`. */
interface Layer {
  inputs: number;
  outputs: number;
  weights: Float64Array;
  biases: Float64Array;
}

/** A classifier with one hidden layer of rectified units, or none for plain softmax regression. */
export interface Network {
  layers: Layer[];
}

export function createNetwork(hiddenUnits: number, seed: number): Network {
  const random = seededRandom(seed);
  const sizes = hiddenUnits === 0 ? [PIXELS, CLASSES] : [PIXELS, hiddenUnits, CLASSES];
  const layers = sizes.slice(1).map((outputs, at): Layer => {
    const inputs = sizes[at] ?? PIXELS;
    const spread = Math.sqrt(6 / (inputs + outputs));
    const weights = Float64Array.from({ length: inputs * outputs }, () => (random() * 2 - 1) * spread);
    return { inputs, outputs, weights, biases: new Float64Array(outputs) };
  });
  return { layers };
}

/** Class probabilities of one sample. */
export function predict(network: Network, pixels: Float64Array): Float64Array {
  return activations(network, pixels).at(-1) ?? new Float64Array(CLASSES);
}

/** Changes the network by one step of gradient descent on one sample; returns the sample's cross-entropy before it. */
export function trainOn(network: Network, sample: Sample, learningRate: number): number {
  const outputs = activations(network, sample.pixels);
  const probabilities = outputs.at(-1) ?? new Float64Array(CLASSES);
  const loss = -Math.log(Math.max(probabilities[sample.label] ?? 0, 1e-12));
  let error: Float64Array = probabilities.map((probability, digit) => probability - (digit === sample.label ? 1 : 0));
  for (let at = network.layers.length - 1; at >= 0; at -= 1) {
    const layer = network.layers[at];
    if (layer === undefined) continue;
    const input = at === 0 ? sample.pixels : (outputs[at - 1] ?? sample.pixels);
    const before = at === 0 ? null : errorBefore(layer, error, input);
    descend(layer, error, input, learningRate);
    if (before !== null) error = before;
  }
  return loss;
}

function activations(network: Network, pixels: Float64Array): Float64Array[] {
  let values = pixels;
  return network.layers.map((layer, at) => {
    const sums = weigh(layer, values);
    values = at === network.layers.length - 1 ? softmax(sums) : sums.map((sum) => Math.max(0, sum));
    return values;
  });
}

function weigh({ inputs, outputs, weights, biases }: Layer, values: Float64Array): Float64Array {
  const sums = new Float64Array(outputs);
  for (let to = 0; to < outputs; to += 1) {
    let sum = biases[to] ?? 0;
    for (let from = 0; from < inputs; from += 1) sum += (weights[to * inputs + from] ?? 0) * (values[from] ?? 0);
    sums[to] = sum;
  }
  return sums;
}

function softmax(sums: Float64Array): Float64Array {
  const largest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** What reaches the layer before, through rectified units: nothing where they were silent. */
function errorBefore({ inputs, outputs, weights }: Layer, error: Float64Array, input: Float64Array): Float64Array {
  const before = new Float64Array(inputs);
  for (let from = 0; from < inputs; from += 1) {
    if ((input[from] ?? 0) <= 0) continue;
    let sum = 0;
    for (let to = 0; to < outputs; to += 1) sum += (weights[to * inputs + from] ?? 0) * (error[to] ?? 0);
    before[from] = sum;
  }
  return before;
}

function descend(layer: Layer, error: Float64Array, input: Float64Array, learningRate: number): void {
  const { inputs, outputs, weights, biases } = layer;
  for (let to = 0; to < outputs; to += 1) {
    const step = learningRate * (error[to] ?? 0);
    biases[to] = (biases[to] ?? 0) - step;
    for (let from = 0; from < inputs; from += 1) {
      const at = to * inputs + from;
      weights[at] = (weights[at] ?? 0) - step * (input[from] ?? 0);
    }
  }
}
