import path from "node:path";
import { checkS3Variables, S3_VARIABLES } from "@assay/blobs";
import { parseEnvironment } from "@assay/contract";
import { allowListVariable } from "@assay/outbound";
import { z } from "zod";

const Env = z
  .object({
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://"),
    HOST: z.string().default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
    ASSAY_DATA_DIR: z.string().default(path.resolve(".data")),
    ASSAY_PUBLIC_URL: z.url().optional(),
    ASSAY_API_ONLY: z.stringbool().default(false),
    AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
    ASSAY_RATE_LIMIT_REQUESTS_PER_SECOND: z.coerce.number().min(0).default(10_000),
    ASSAY_RATE_LIMIT_POINTS_PER_SECOND: z.coerce.number().min(0).default(20_000_000),
    ASSAY_HOT_LIMIT_MB: z.coerce.number().min(64).optional(),
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

/** Tells next-auth its own address and secret, which it reads from the environment only. */
export function setNextAuthEnv(publicUrl: string, secret: string): void {
  process.env.NEXTAUTH_URL = publicUrl;
  process.env.NEXTAUTH_SECRET = secret;
}
