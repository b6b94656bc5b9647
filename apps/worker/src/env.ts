import { checkS3Variables, S3_VARIABLES } from "@assay/blobs";
import { parseEnvironment } from "@assay/contract";
import { allowListVariable } from "@assay/outbound";
import { z } from "zod";

const Env = z
  .object({
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://"),
    ASSAY_DATA_DIR: z.string().min(1),
    ASSAY_WORKER_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
    ASSAY_WORKER_METRICS_HOST: z.string().default("127.0.0.1"),
    ASSAY_METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
    ASSAY_WEBHOOK_ALLOW: allowListVariable,
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
    ...S3_VARIABLES,
  })
  .superRefine(checkS3Variables);
export type Env = z.infer<typeof Env>;

/** Reads the environment; throws one sentence that names the variable at fault. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  return parseEnvironment(Env, source);
}
