/** Steps 0, 1, 2 … */
export const makeSteps = (count: number): Float64Array => Float64Array.from({ length: count }, (_, at) => at);
