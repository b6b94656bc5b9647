import { expect, it } from "vitest";
import { z } from "zod";
import { checkS3Variables, S3_VARIABLES, s3SettingsOf } from "./s3-variables.ts";

const Env = z.object(S3_VARIABLES).superRefine(checkS3Variables);
const read = (env: Record<string, string>) => s3SettingsOf(Env.parse(env));

/** The variable at fault and what is said of it. */
const fault = (env: Record<string, string>) => {
  const [issue] = Env.safeParse(env).error?.issues ?? [];
  return issue === undefined ? null : `${issue.path.join(".")} ${issue.message}`;
};

const keys = { ASSAY_S3_ACCESS_KEY_ID: "id", ASSAY_S3_SECRET_ACCESS_KEY: "secret" };

it("names no bucket when nothing is set, or everything to nothing", () => {
  expect(read({})).toBeUndefined();
  expect(read(Object.fromEntries(Object.keys(S3_VARIABLES).map((name) => [name, ""])))).toBeUndefined();
});

it("reads a bucket of AWS with the machine's own credentials", () => {
  expect(read({ ASSAY_S3_BUCKET: "files", ASSAY_S3_REGION: "eu-central-1" })).toEqual({
    bucket: "files",
    region: "eu-central-1",
    endpoint: undefined,
    credentials: undefined,
    prefix: "",
    forcePathStyle: false,
    clientEndpoint: undefined,
  });
});

it("reads a bucket of one's own", () => {
  const own = { ASSAY_S3_BUCKET: "files", ASSAY_S3_ENDPOINT: "http://minio:9000", ...keys };
  expect(read({ ...own, ASSAY_S3_PREFIX: "assay/files" })).toMatchObject({
    region: "us-east-1",
    endpoint: "http://minio:9000",
    credentials: { accessKeyId: "id", secretAccessKey: "secret" },
    prefix: "assay/files/",
    forcePathStyle: true,
  });
  expect(read({ ...own, ASSAY_S3_FORCE_PATH_STYLE: "false", ASSAY_S3_CLIENT_ENDPOINT: "none" })).toMatchObject({
    forcePathStyle: false,
    clientEndpoint: null,
  });
  expect(read({ ...own, ASSAY_S3_CLIENT_ENDPOINT: "https://files.example.org" })).toMatchObject({
    clientEndpoint: "https://files.example.org",
  });
});

it.each([
  [{ ASSAY_S3_REGION: "eu-central-1" }, "ASSAY_S3_BUCKET it is needed by ASSAY_S3_REGION"],
  [{ ASSAY_S3_BUCKET: "a/b" }, "ASSAY_S3_BUCKET must be the name of a bucket"],
  [{ ASSAY_S3_BUCKET: "files", ASSAY_S3_ENDPOINT: "minio:9000" }, "ASSAY_S3_ENDPOINT must be an http"],
  [{ ASSAY_S3_BUCKET: "files", ASSAY_S3_ENDPOINT: "minio" }, "ASSAY_S3_ENDPOINT must be an http"],
  [{ ASSAY_S3_BUCKET: "files", ASSAY_S3_PREFIX: "../x y" }, "ASSAY_S3_PREFIX must be a path"],
  [{ ASSAY_S3_BUCKET: "files", ASSAY_S3_PREFIX: "/x" }, "ASSAY_S3_PREFIX must be a path"],
  [{ ASSAY_S3_BUCKET: "files", ASSAY_S3_FORCE_PATH_STYLE: "maybe" }, "ASSAY_S3_FORCE_PATH_STYLE must be true or false"],
  [{ ASSAY_S3_BUCKET: "files", ASSAY_S3_CLIENT_ENDPOINT: "no" }, "ASSAY_S3_CLIENT_ENDPOINT must be an http"],
  [{ ASSAY_S3_BUCKET: "files", ASSAY_S3_ACCESS_KEY_ID: "id" }, "ASSAY_S3_SECRET_ACCESS_KEY it goes with the id"],
  [{ ASSAY_S3_BUCKET: "files", ASSAY_S3_SECRET_ACCESS_KEY: "s" }, "ASSAY_S3_ACCESS_KEY_ID it goes with the secret"],
])("refuses %j and says which variable is wrong", (env, message) => {
  expect(fault(env)).toContain(message);
});
