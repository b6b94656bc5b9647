/** Bounds on what a caller may send; each door and verb names the one it refused by. */
export const LIMITS = {
  keyLength: 250,
  inputTagKeyLength: 255,
  paramValueLength: 6_000,
  tagValueLength: 8_000,
  experimentTagValueLength: 20_000,
  registryTagValueLength: 100_000,
  nameLength: 250,
  noteLength: 100_000,
  metricsPerRequest: 20_000,
  /** Keys times steps of a binary frame, whose matrix may have gaps. */
  cellsPerFrame: 200_000,
  paramsPerRequest: 1_000,
  tagsPerRequest: 1_000,
  requestBytes: 10 * 1024 * 1024,
  /** A dataset's profile may have 16 million characters, which JSON writes with up to twice as many. */
  inputsRequestBytes: 40 * 1024 * 1024,
  artifactPathBytes: 1_024,
  artifactSegmentBytes: 255,
  pageSize: 200,
  seriesPerRequest: 2_000,
  pointsPerSeries: 4_000,
  groupedRuns: 5_000,
  filterLength: 10_000,
  logLineBytes: 64 * 1024,
  logLinesPerRequest: 20_000,
  logLinesPerPage: 1_000,
  logWriterLength: 64,
  logQueryLength: 1_000,
  /** The largest |step|: every integer up to it is an exact float64. */
  stepMagnitude: 2 ** 53,
  /** 9999-12-31T23:59:59.999Z */
  timeMs: 253_402_300_799_999,
} as const;
