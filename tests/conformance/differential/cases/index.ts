import type { Case } from "../case.ts";
import { artifactCases } from "./artifact-cases.ts";
import { experimentCases } from "./experiment-cases.ts";
import { experimentSearchCases } from "./experiment-search-cases.ts";
import { generatedCases } from "./generated-cases.ts";
import { inputCases } from "./input-cases.ts";
import { loggedModelCases } from "./logged-model-cases.ts";
import { loggingCases } from "./logging-cases.ts";
import { registryCases } from "./registry-cases.ts";
import { runCases } from "./run-cases.ts";
import { runSearchCases } from "./run-search-cases.ts";
import { versionCases } from "./version-cases.ts";
import { wireCases } from "./wire-cases.ts";

/** In this order: later cases name what earlier ones made. */
export const CASES: readonly Case[] = [
  ...wireCases,
  ...experimentCases,
  ...experimentSearchCases,
  ...runCases,
  ...loggingCases,
  ...inputCases,
  ...artifactCases,
  ...runSearchCases,
  ...loggedModelCases,
  ...registryCases,
  ...versionCases,
  ...generatedCases,
];
