/**
 * Exponential moving average without the pull towards zero at its start (as TensorBoard draws it).
 * NaN and infinities stay where they are and leave the average alone.
 */
export function smooth(values: Float64Array, weight: number): Float64Array {
  if (weight <= 0) return values;
  const smoothed = new Float64Array(values.length);
  let average = 0;
  let count = 0;
  values.forEach((value, index) => {
    if (!Number.isFinite(value)) {
      smoothed[index] = value;
      return;
    }
    count += 1;
    average = average * weight + (1 - weight) * value;
    smoothed[index] = average / (1 - weight ** count);
  });
  return smoothed;
}
