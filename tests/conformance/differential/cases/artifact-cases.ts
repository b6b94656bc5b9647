import { type Case, route } from "../case.ts";

const createExperiment = route("POST", "experiments/create", "artifacts setup");
const createRun = route("POST", "runs/create", "artifacts setup");
const PROXY = "/api/2.0/mlflow-artifacts/artifacts";
const put = route("PUT", `${PROXY}/«files root path»`, "PUT artifacts");
const read = route("GET", `${PROXY}/«files root path»`, "GET artifacts");
const remove = route("DELETE", `${PROXY}/«files root path»`, "DELETE artifacts");
const folder = route("GET", PROXY, "GET artifacts?path");
const list = route("GET", "artifacts/list");
const getArtifact = route("GET", "/get-artifact");
const presignUp = route("POST", "artifacts/presigned-upload-url");
const presignDown = route("POST", "artifacts/presigned-download-url");
const mpu = route("POST", "/api/2.0/mlflow-artifacts/mpu", "mpu");
const presigned = route("GET", "/api/2.0/mlflow-artifacts/presigned/«files root path»", "presigned");

const NOBODY = "0".repeat(32);
const run = { run_id: "«files run»" };
const file = (title: string, at: string, raw: string, type = "application/octet-stream"): Case =>
  put(title, {}, { at, raw, headers: { "content-type": type } });

const setup: Case[] = [
  createExperiment("an experiment", { name: "files" }, { keep: { files: "experiment_id" } }),
  createRun(
    "a run",
    { experiment_id: "«files»", run_name: "files", start_time: 1 },
    { keep: { "files run": "run.info.run_id", "files root": "run.info.artifact_uri" } },
  ),
];

const writing: Case[] = [
  list("nothing yet", run),
  file("a text", "/a.txt", "hello", "text/plain"),
  file("over it", "/a.txt", "hello again", "text/plain"),
  file("in folders", "/deep/er/b.json", '{"a":1}', "application/json"),
  file("a blank and a plus in its name", "/deep/with%20blank+plus.txt", "x"),
  file("a percent sign in its name", "/deep/100%25.txt", "x"),
  file("a tilde in its name", "/images/loss~val%2Bstep%2B1.png", "x"),
  file("letters of other scripts", "/deep/%E5%80%A4.txt", "x"),
  file("nothing in it", "/empty.bin", ""),
  file("markup", "/page.html", "<script>1</script>", "text/html"),
  file("a hash in its name", "/a%23b.txt", "x"),
  file("climbing out", "/..%2F..%2Fx.txt", "x"),
  file("climbing out, escaped twice", "/%252e%252e%252fx.txt", "x"),
  file("a backslash", "/a%5Cb.txt", "x"),
];

const reading: Case[] = [
  read("a text", {}, { at: "/a.txt" }),
  read("in folders", {}, { at: "/deep/er/b.json" }),
  read("a blank and a plus in its name", {}, { at: "/deep/with%20blank+plus.txt" }),
  read("a percent sign in its name", {}, { at: "/deep/100%25.txt" }),
  read("letters of other scripts", {}, { at: "/deep/%E5%80%A4.txt" }),
  read("nothing in it", {}, { at: "/empty.bin" }),
  read("markup", {}, { at: "/page.html" }),
  read("what is not there", {}, { at: "/nothing.txt" }),
  read("a folder", {}, { at: "/deep" }),
  read("climbing out", {}, { at: "/..%2F..%2Fx.txt" }),
  list("the root", run),
  list("a folder", { ...run, path: "deep" }),
  list("a folder in a folder", { ...run, path: "deep/er" }),
  list("a file", { ...run, path: "a.txt" }),
  list("what is not there", { ...run, path: "nothing" }),
  list("an empty path", { ...run, path: "" }),
  list("climbing out", { ...run, path: "../x" }),
  list("from the root of the machine", { ...run, path: "/etc" }),
  list("another scheme", { ...run, path: "file:///etc" }),
  list("no run"),
  list("a run nobody has", { run_id: NOBODY }),
  list("by run_uuid", { run_uuid: "«files run»" }),
  folder("the root", { path: "«files root path»" }),
  folder("a folder", { path: "«files root path»/deep" }),
  folder("what is not there", { path: "«files root path»/nothing" }),
  folder("climbing out", { path: "../x" }),
  getArtifact("a text", { ...run, path: "a.txt" }),
  getArtifact("by run_uuid", { run_uuid: "«files run»", path: "deep/er/b.json" }),
  getArtifact("what is not there", { ...run, path: "nothing.txt" }),
  getArtifact("climbing out", { ...run, path: "../../x" }),
  getArtifact("a run nobody has", { run_id: NOBODY, path: "a.txt" }),
];

const special: Case[] = [
  presignUp("for a proxied run", { ...run, path: "a.txt" }),
  presignUp("no run and no model", { path: "a.txt" }),
  presignUp("no path", run),
  presignUp("climbing out", { ...run, path: "../a.txt" }),
  presignUp("a run nobody has", { run_id: NOBODY, path: "a.txt" }),
  presignDown("for a proxied run", { ...run, path: "a.txt" }),
  presignDown("no run", { path: "a.txt" }),
  presignDown("no path", run),
  presignDown("for too long", { ...run, path: "a.txt", expiration: 604_801 }),
  mpu("create", { path: "big.bin", num_parts: 2 }, { at: "/create/«files root path»" }),
  mpu("complete", { path: "big.bin", upload_id: "x", parts: [] }, { at: "/complete/«files root path»" }),
  mpu("abort", { path: "big.bin", upload_id: "x" }, { at: "/abort/«files root path»" }),
  presigned("a file", {}, { at: "/a.txt" }),
  remove("a file", {}, { at: "/a.txt" }),
  remove("a folder", {}, { at: "/deep" }),
  remove("what is not there", {}, { at: "/nothing.txt" }),
];

export const artifactCases: readonly Case[] = [...setup, ...writing, ...reading, ...special];
