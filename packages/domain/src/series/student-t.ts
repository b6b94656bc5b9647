/** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom. Source: NIST/SEMATECH e-Handbook, 1.3.6.7.2. */
const T_95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;

const NORMAL_95 = 1.959964;

/**
 * How many standard errors a 95 % interval of a mean reaches to either side. Beyond 30 degrees of freedom the first two
 * terms of the Cornish–Fisher expansion (Abramowitz & Stegun 26.7.5), right to three decimals.
 */
export function studentT95(degreesOfFreedom: number): number {
  const known = T_95[degreesOfFreedom - 1];
  if (known !== undefined) return known;
  const z = NORMAL_95;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  return z + first / degreesOfFreedom + second / degreesOfFreedom ** 2;
}
