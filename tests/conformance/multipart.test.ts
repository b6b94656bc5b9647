import { randomBytes } from "node:crypto";
import path from "node:path";
import { RunId } from "@assay/contract";
import { sweepBlobs, sweepUploads } from "@assay/services";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { z } from "zod";
import { TestHouse } from "../support/house.ts";
import { PYTHON } from "../support/python.ts";
import { type S3Server, startS3Server } from "../support/s3-server.ts";
import { MultipartClient, PART_BYTES } from "./multipart-client.ts";
import { itWithPython, olderPythons, runPython } from "./python-client.ts";

const NAME = "large.bin";
const DAY_MS = 24 * 60 * 60 * 1_000;
const WireError = z.object({ error_code: z.string(), message: z.string() });
const Presigned = z.object({ url: z.string(), headers: z.record(z.string(), z.string()), file_size: z.number() });

let server: S3Server | undefined;
let opened: TestHouse | undefined;

beforeAll(async () => {
  if (PYTHON === "") return;
  server = await startS3Server(PYTHON);
  opened = await TestHouse.open({ s3: await server.newBucket("files") });
  await opened.workspace("theirs", "hidden");
});
afterEach(() => opened?.log.refuseErrors());
afterAll(async () => {
  await opened?.close();
  await server?.stop();
});

function open(): TestHouse {
  if (opened === undefined) throw new Error("there is no house");
  return opened;
}

const log = (): string => server?.log() ?? "";

/** The address of a new run's files. */
async function newRun(): Promise<string> {
  const { id } = await open().client().createRun({ source: {} });
  return `team/main/runs/${id}/artifacts`;
}

const client = (token?: string): MultipartClient => new MultipartClient(open(), token);

const refusal = async (response: Promise<Response>) => {
  const answer = await response;
  return { status: answer.status, ...WireError.parse(await answer.json()) };
};

/** What lies in the bucket besides blobs. */
async function leftovers(): Promise<string[]> {
  const text = async (query: string) => (await fetch(`${server?.url}/files?${query}`)).text();
  const keys = [...(await text("list-type=2")).matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = ""]) => key);
  const uploads = [...(await text("uploads")).matchAll(/<UploadId>([^<]*)</g)].map(([, id = ""]) => id);
  return [...keys.filter((key) => !key.startsWith("assay/sha256/")), ...uploads];
}

const sweepIn = async (ms: number): Promise<void> => {
  const ctx = { ...open().context(), clock: { now: () => new Date(Date.now() + ms) } };
  await sweepUploads({ ctx });
};

describe("the real client", () => {
  const script = path.join(import.meta.dirname, "python/bucket/in_parts.py");
  const limits = {
    MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE: "6000000",
    MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE: String(PART_BYTES),
    MLFLOW_MULTIPART_DOWNLOAD_CHUNK_SIZE: "4000000",
  };

  itWithPython("sends and fetches files in parts because the server says that it may", async () => {
    const before = log().length;
    expect(await runPython(open(), script, limits)).toContain("ok");
    const requests = log().slice(before);
    expect(requests.match(/"PUT \/files\/assay\/incoming\/\S+partNumber=\d/g)).toHaveLength(6);
    // Four times a large one in three ranges, and a small one.
    expect(requests.match(/"GET \/files\/assay\/sha256\/\S+X-Amz-Signature\S+ HTTP\/1.1" 206/g)).toHaveLength(13);
    expect(await leftovers()).toEqual([]);
  });

  itWithPython.each(olderPythons)("of MLflow $version sends parts when it is told to", async ({ python }) => {
    const env = { ...limits, MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD: "true" };
    const before = log().length;
    expect(await runPython(open(), script, env, python)).toContain("ok");
    expect(
      log()
        .slice(before)
        .match(/"PUT \/files\/assay\/incoming\/\S+partNumber=\d/g),
    ).toHaveLength(6);
  });
});

describe("an upload in parts", () => {
  itWithPython("is no file before it is complete, and one by its content afterwards", async () => {
    const folder = await newRun();
    const content = randomBytes(PART_BYTES + 1_000);
    const upload = await client().begin(folder, NAME, 2);
    const parts = await client().send(upload, content);
    expect((await client().get(folder, NAME)).status).toBe(404);
    expect((await client().complete(folder, NAME, upload, parts.toReversed())).status).toBe(200);
    expect(Buffer.from(await (await client().get(folder, NAME)).arrayBuffer()).equals(content)).toBe(true);
    // The same file through the server is the same blob.
    const run = folder.split("/")[3] ?? "";
    await open().fetch(`/api/artifacts/team/main/run/${run}/again.bin`, { method: "PUT", body: content });
    const blobs = await open().sql("SELECT DISTINCT sha256 FROM artifact WHERE owner_id = $1", [run]);
    expect(blobs).toHaveLength(1);
  });

  itWithPython("is completed once, however often and at once that is asked for", async () => {
    const folder = await newRun();
    const upload = await client().begin(folder, NAME, 3);
    const parts = await client().send(upload, randomBytes(2 * PART_BYTES + 1));
    const complete = () => client().complete(folder, NAME, upload, parts);
    const answers = [...(await Promise.all([complete(), complete(), complete()])), await complete()];
    for (const answer of answers) expect([answer.status, await answer.text()]).toEqual([200, "{}"]);
    expect(await leftovers()).toEqual([]);
    // What it has become stays when the client, which did not hear of it, aborts.
    expect(await refusal(client().abort(folder, NAME, upload))).toMatchObject({ status: 409 });
    expect((await client().get(folder, NAME)).status).toBe(200);
  });

  itWithPython("that is aborted leaves nothing, and cannot be completed", async () => {
    const folder = await newRun();
    const upload = await client().begin(folder, NAME, 1);
    const parts = await client().send(upload, randomBytes(1_000));
    for (let time = 0; time < 2; time += 1) expect((await client().abort(folder, NAME, upload)).status).toBe(200);
    expect(await leftovers()).toEqual([]);
    expect(await refusal(client().complete(folder, NAME, upload, parts))).toMatchObject({ status: 409 });
    expect((await client().get(folder, NAME)).status).toBe(404);
    const [credential] = upload.credentials;
    expect((await fetch(credential?.url ?? "", { method: "PUT", body: "late" })).ok).toBe(false);
  });

  itWithPython("that nobody completes is swept after a day, with its parts", async () => {
    const folder = await newRun();
    const upload = await client().begin(folder, NAME, 1);
    const parts = await client().send(upload, randomBytes(1_000));
    await sweepIn(0);
    expect(await leftovers()).toHaveLength(1);
    await sweepIn(DAY_MS + 2 * 60 * 60 * 1_000);
    expect(await leftovers()).toEqual([]);
    expect(await open().sql("SELECT 1 FROM artifact_upload WHERE ended_at IS NULL")).toEqual([]);
    expect(await refusal(client().complete(folder, NAME, upload, parts))).toMatchObject({ status: 404 });
  });

  itWithPython("makes no file of a run that was archived meanwhile, and of none that is gone", async () => {
    const folder = await newRun();
    const upload = await client().begin(folder, NAME, 1);
    const parts = await client().send(upload, randomBytes(1_000));
    const caller = open().caller({ kind: "system", name: "test" });
    const runIds = [RunId.parse(folder.split("/")[3])];
    await caller.run.archive({ workspace: "team", project: "main", runIds });
    expect(await refusal(client().complete(folder, NAME, upload, parts))).toMatchObject({ status: 400 });
    await caller.run.delete({ workspace: "team", project: "main", runIds });
    expect(await refusal(client().complete(folder, NAME, upload, parts))).toMatchObject({ status: 404 });
    await client().abort(folder, NAME, upload);
  });

  itWithPython("is not left behind in the bucket by the nightly sweep of files", async () => {
    await fetch(`${server?.url}/files/assay/incoming/left-by-a-kill`, { method: "PUT", body: "half" });
    expect(await leftovers()).toHaveLength(1);
    await sweepBlobs({ ctx: { ...open().context(), clock: { now: () => new Date(Date.now() + 4 * DAY_MS) } } });
    expect(await leftovers()).toEqual([]);
  });
});

describe("what an upload in parts refuses", () => {
  itWithPython("other parts than were sent, missing ones and ones too small", async () => {
    const folder = await newRun();
    const upload = await client().begin(folder, NAME, 2);
    const [first, last] = await client().send(upload, randomBytes(PART_BYTES + 10));
    if (first === undefined || last === undefined) throw new Error("two parts were sent");
    const wrong = [
      [first],
      [last],
      [],
      [first, first],
      [first, last, { ...last, part_number: 3 }],
      [first, { ...last, etag: first.etag }],
      [first, { ...last, etag: '"0123456789abcdef0123456789abcdef"' }],
      [first, { ...last, etag: "</ETag><PartNumber>9" }],
    ];
    for (const parts of wrong) {
      const answer = await refusal(client().complete(folder, NAME, upload, parts));
      expect([parts, answer.status, answer.error_code]).toEqual([parts, 400, "INVALID_PARAMETER_VALUE"]);
    }
    expect((await client().get(folder, NAME)).status).toBe(404);
    // Nothing of this has spoilt it.
    expect((await client().complete(folder, NAME, upload, [first, last])).status).toBe(200);
    const small = await client().begin(folder, "small.bin", 2);
    const sent = [];
    for (const { url, part_number } of small.credentials) {
      const response = await fetch(url, { method: "PUT", body: "tiny" });
      sent.push({ part_number, etag: response.headers.get("etag") ?? "" });
    }
    expect((await refusal(client().complete(folder, "small.bin", small, sent))).message).toMatch(/at least 5 MiB/);
    await client().abort(folder, "small.bin", small);
  });

  itWithPython("the id of another upload, another file's, another run's and another project's", async () => {
    const [folder, other] = [await newRun(), await newRun()];
    const upload = await client().begin(folder, NAME, 1);
    const parts = await client().send(upload, randomBytes(1_000));
    const foreign = await open().tokenOf(await open().person("Eve", "editor", "theirs"), {
      workspace: "theirs",
      defaultProject: "hidden",
    });
    const run = await open().client({ token: foreign, project: "theirs/hidden" }).createRun({ source: {} });
    const theirFolder = `theirs/hidden/runs/${run.id}/artifacts`;
    for (const step of ["complete", "abort"]) {
      const ask = (target: string, path: string, id = upload.upload_id, token?: string) =>
        refusal(client(token).ask(step, target, { path, upload_id: id, parts }));
      expect(await ask(other, NAME)).toMatchObject({ status: 404 });
      expect(await ask(folder, "other.bin")).toMatchObject({ status: 404 });
      expect(await ask(`${folder}/sub`, NAME)).toMatchObject({ status: 404 });
      expect(await ask(folder, NAME, "0".repeat(32))).toMatchObject({ status: 404 });
      expect(await ask(folder, NAME, "../../x")).toMatchObject({ status: 404 });
      expect(await ask(theirFolder, NAME, upload.upload_id, foreign)).toMatchObject({ status: 404 });
      expect(await ask(folder, NAME, upload.upload_id, foreign)).toMatchObject({ status: 404 });
    }
    expect((await client().complete(folder, NAME, upload, parts)).status).toBe(200);
  });

  itWithPython("whoever may only read, and whoever is nobody", async () => {
    const folder = await newRun();
    const upload = await client().begin(folder, NAME, 1);
    const parts = await client().send(upload, randomBytes(10));
    const reader = await open().tokenOf(await open().person("Ron", "editor"), { scopes: ["read"] });
    for (const [step, body] of [
      ["create", { path: "x", num_parts: 1 }],
      ["complete", { path: NAME, upload_id: upload.upload_id, parts }],
      ["abort", { path: NAME, upload_id: upload.upload_id }],
    ] as const) {
      expect(await refusal(client(reader).ask(step, folder, body))).toMatchObject({ status: 403 });
      const init = { method: "POST", body: JSON.stringify(body) };
      const target = `/api/2.0/mlflow-artifacts/mpu/${step}/${folder}`;
      expect((await open().fetch(target, init, null)).status).toBe(401);
    }
    expect((await client().complete(folder, NAME, upload, parts)).status).toBe(200);
    expect((await client(reader).presigned(folder, NAME)).status).toBe(200);
    expect((await open().fetch(`/api/2.0/mlflow-artifacts/presigned/${folder}/${NAME}`, {}, null)).status).toBe(401);
  });

  itWithPython("paths that lead out, and versions, whose files never change", async () => {
    const folder = await newRun();
    const create = (target: string, body: object) => refusal(client().ask("create", target, body));
    for (const name of ["..", ".", "a\0b", "a#b", "%2e%2e", "end. ", ""]) {
      expect([name, await create(folder, { path: name, num_parts: 1 })]).toMatchObject([name, { status: 400 }]);
    }
    for (const target of [`${folder}/%2e%2e`, `${folder}/a%2f..%2fb`, `${folder}/%252e%252e`, "team/main/nothing"]) {
      expect([target, await create(target, { path: "x", num_parts: 1 })]).toMatchObject([target, { status: 400 }]);
    }
    // The name's folders are the client's own and not ours.
    const upload = await client().begin(folder, "../../../etc/passwd", 1);
    expect((await client().abort(folder, "passwd", upload)).status).toBe(200);
    for (const num_parts of [0, -1, 10_001, "x", undefined]) {
      expect(await create(folder, { path: "x", num_parts })).toMatchObject({ status: 400 });
    }
    const version = `team/main/versions/${"0".repeat(32)}/1/artifacts`;
    expect(await create(version, { path: "x", num_parts: 1 })).toMatchObject({ status: 403 });
    expect(await create(`theirs/hidden/runs/${"0".repeat(32)}/artifacts`, { path: "x", num_parts: 1 })).toMatchObject({
      status: 404,
    });
    expect(await leftovers()).toEqual([]);
    expect(await open().sql("SELECT 1 FROM artifact_upload WHERE ended_at IS NULL")).toEqual([]);
  });
});

describe("an address at the bucket", () => {
  itWithPython("leads to one file for a while, as a download that no browser runs", async () => {
    const folder = await newRun();
    const target = `/api/2.0/mlflow-artifacts/artifacts/${folder}/page.html`;
    await open().fetch(target, { method: "PUT", body: "<script>alert(1)</script>" });
    const { url, file_size } = Presigned.parse(await (await client().presigned(folder, "page.html")).json());
    expect(file_size).toBe(25);
    const response = await fetch(url, { headers: { range: "bytes=0-7" } });
    expect([response.status, await response.text()]).toEqual([206, "<script>"]);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''page.html$/);
    expect(new URL(url).searchParams.get("X-Amz-Expires")).toBe("900");
    expect(url).not.toContain("test-secret");
    expect((await client().presigned(folder, "missing.txt")).status).toBe(404);
    expect((await client().presigned(folder, "%2e%2e/x")).status).toBe(400);
    expect((await client().presigned(`theirs/hidden/runs/${"0".repeat(32)}/artifacts`, "x")).status).toBe(404);
  });

  itWithPython("leads to a version's files by its frozen manifest", async () => {
    const run = await open().client().createRun({ source: {} });
    await open()
      .client()
      .models.register("frozen", await run.logModel("net", { "net.bin": "frozen weights" }));
    const [version] = await open().sql<{ id: string }>(
      "SELECT replace(id::text, '-', '') AS id FROM registered_model WHERE name = 'frozen'",
    );
    const folder = `team/main/versions/${version?.id}/1/artifacts`;
    const { url } = Presigned.parse(await (await client().presigned(folder, "net.bin")).json());
    expect(await (await fetch(url)).text()).toBe("frozen weights");
    const byName = "/model-versions/get-artifact?name=frozen&version=1&path=net.bin";
    const direct = Presigned.parse(await (await open().fetch(`${byName}&presigned=true`)).json());
    expect(await (await fetch(direct.url)).text()).toBe("frozen weights");
    expect(await (await open().fetch(byName)).text()).toBe("frozen weights");
  });

  itWithPython("is told of by the server's description of itself", async () => {
    const response = await open().fetch("/api/3.0/mlflow/server-info", {}, null);
    expect(await response.json()).toMatchObject({ multipart_uploads_enabled: true, multipart_downloads_enabled: true });
  });

  itWithPython("is no way for clients that do not reach the bucket", async () => {
    const s3 = await server?.newBucket("inside");
    if (s3 === undefined) throw new Error("there is no S3 server");
    const house = await TestHouse.open({ s3: { ...s3, clientEndpoint: null } });
    house.beforeClose(async () => house.log.refuseErrors());
    try {
      const info = await (await house.fetch("/api/3.0/mlflow/server-info", {}, null)).json();
      expect(info).toMatchObject({ multipart_uploads_enabled: false, multipart_downloads_enabled: false });
      const { id } = await house.client().createRun({ source: {} });
      const folder = `team/main/runs/${id}/artifacts`;
      const own = new MultipartClient(house);
      expect(await refusal(own.ask("create", folder, { path: "x", num_parts: 1 }))).toMatchObject({ status: 501 });
      await house.fetch(`/api/artifacts/team/main/run/${id}/x.txt`, { method: "PUT", body: "inside" });
      expect(await refusal(own.presigned(folder, "x.txt"))).toMatchObject({ status: 501 });
      expect(await (await own.get(folder, "x.txt")).text()).toBe("inside");
    } finally {
      await house.close();
    }
  });
});
