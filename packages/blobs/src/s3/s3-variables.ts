import { parseEnvironment } from "@assay/contract";
import { z } from "zod";
import type { S3Settings } from "./s3-settings.ts";

/** Nothing and an empty text are both "not set". */
const variable = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const address = z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" });

/** The environment variables that put files into a bucket instead of the data directory. */
export const S3_VARIABLES = {
  ASSAY_S3_BUCKET: variable(z.string().regex(/^[\w.-]{3,63}$/, "must be the name of a bucket")),
  ASSAY_S3_ENDPOINT: variable(address),
  ASSAY_S3_REGION: variable(z.string().regex(/^[\w-]+$/, "must be the name of a region")),
  ASSAY_S3_ACCESS_KEY_ID: variable(z.string()),
  ASSAY_S3_SECRET_ACCESS_KEY: variable(z.string()),
  ASSAY_S3_PREFIX: variable(
    z.string().regex(/^[\w.-]+(\/[\w.-]+)*\/?$/, "must be a path such as assay/files, of letters, digits, . _ and -"),
  ),
  ASSAY_S3_FORCE_PATH_STYLE: variable(z.stringbool({ error: "must be true or false" })),
  ASSAY_S3_CLIENT_ENDPOINT: variable(
    z.literal("none").or(z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address, or none" })),
  ),
};

const Variables = z.object(S3_VARIABLES);
type Variables = z.infer<typeof Variables>;

/** What the variables say together; for `superRefine` of an environment that has them. */
export function checkS3Variables(env: Variables, ctx: z.RefinementCtx): void {
  const refuse = (name: keyof Variables, message: string): void =>
    ctx.addIssue({ code: "custom", path: [name], message });
  const [set] = Object.entries(env).filter(([name, value]) => name in S3_VARIABLES && value !== undefined);
  if (env.ASSAY_S3_BUCKET === undefined && set !== undefined) refuse("ASSAY_S3_BUCKET", `it is needed by ${set[0]}`);
  const { ASSAY_S3_ACCESS_KEY_ID: id, ASSAY_S3_SECRET_ACCESS_KEY: secret } = env;
  if (id === undefined && secret !== undefined) refuse("ASSAY_S3_ACCESS_KEY_ID", "it goes with the secret, or neither");
  if (id !== undefined && secret === undefined) refuse("ASSAY_S3_SECRET_ACCESS_KEY", "it goes with the id, or neither");
}

/** Where files are kept by what the variables say; nothing when they name no bucket. */
export function s3SettingsOf(env: Variables): S3Settings | undefined {
  const { ASSAY_S3_BUCKET: bucket, ASSAY_S3_ENDPOINT: endpoint, ASSAY_S3_PREFIX: prefix = "" } = env;
  const { ASSAY_S3_ACCESS_KEY_ID: accessKeyId, ASSAY_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (bucket === undefined) return undefined;
  const client = env.ASSAY_S3_CLIENT_ENDPOINT;
  return {
    bucket,
    endpoint,
    region: env.ASSAY_S3_REGION ?? "us-east-1",
    credentials:
      accessKeyId === undefined || secretAccessKey === undefined ? undefined : { accessKeyId, secretAccessKey },
    prefix: prefix === "" || prefix.endsWith("/") ? prefix : `${prefix}/`,
    // Stores of one's own seldom have a name for each bucket.
    forcePathStyle: env.ASSAY_S3_FORCE_PATH_STYLE ?? endpoint !== undefined,
    clientEndpoint: client === "none" ? null : client,
  };
}

/** The same straight from an environment; throws one sentence that names the variable at fault. */
export function readS3Settings(source: NodeJS.ProcessEnv): S3Settings | undefined {
  return s3SettingsOf(parseEnvironment(Variables.superRefine(checkS3Variables), source));
}
