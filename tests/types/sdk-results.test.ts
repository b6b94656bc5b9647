import type {
  Alias,
  ArtifactFile,
  LoggedModel,
  ModelVersion,
  ModelVersionDetail,
  RegisteredModel,
  Run,
  RunDetail,
  RunId,
  RunPage,
  RunRow,
  Series,
} from "@assay/contract";
import type { Assay, AssayError, RunHandle } from "@assay/sdk";
import { expectTypeOf, it } from "vitest";

type Awaits<Method extends (...args: never[]) => unknown> = Awaited<ReturnType<Method>>;
type Runs = Assay["runs"];
type Models = Assay["models"];

it("the SDK answers runs in the contract's types", () => {
  expectTypeOf<Awaits<Assay["createRun"]>>().toEqualTypeOf<RunHandle>();
  expectTypeOf<RunHandle["id"]>().toEqualTypeOf<RunId>();
  expectTypeOf<Awaits<RunHandle["finish"]>>().toEqualTypeOf<Run>();
  expectTypeOf<Awaits<Runs["get"]>>().toEqualTypeOf<RunDetail>();
  expectTypeOf<Awaits<Runs["search"]>>().toEqualTypeOf<RunPage>();
  expectTypeOf<ReturnType<Runs["searchAll"]>>().toEqualTypeOf<AsyncGenerator<RunRow>>();
  expectTypeOf<Awaits<Runs["series"]>>().toEqualTypeOf<Series[]>();
});

it("the SDK answers files and models in the contract's types", () => {
  expectTypeOf<Awaits<RunHandle["logArtifact"]>>().toEqualTypeOf<ArtifactFile[]>();
  expectTypeOf<Awaits<RunHandle["logModel"]>>().toEqualTypeOf<LoggedModel>();
  expectTypeOf<Awaits<Models["list"]>>().toEqualTypeOf<RegisteredModel[]>();
  expectTypeOf<Awaits<Models["get"]>>().toEqualTypeOf<RegisteredModel>();
  expectTypeOf<Awaits<Models["ensure"]>>().toEqualTypeOf<RegisteredModel>();
  expectTypeOf<Awaits<Models["register"]>>().toEqualTypeOf<ModelVersionDetail>();
  expectTypeOf<Awaits<Models["version"]>>().toEqualTypeOf<ModelVersionDetail>();
  expectTypeOf<Awaits<Models["versions"]>>().toEqualTypeOf<ModelVersion[]>();
  expectTypeOf<Awaits<Models["moveAlias"]>>().toEqualTypeOf<Alias>();
});

it("what the SDK takes is no looser than what the server takes", () => {
  expectTypeOf<Parameters<RunHandle["log"]>[0]>().toEqualTypeOf<Record<string, number>>();
  expectTypeOf<Parameters<RunHandle["finish"]>[0]>().toEqualTypeOf<"finished" | "failed" | "killed" | undefined>();
  expectTypeOf<string>().not.toExtend<Parameters<Runs["get"]>[0]>();
  expectTypeOf<Parameters<Runs["get"]>[0]>().toEqualTypeOf<RunId>();
  expectTypeOf<"NOT_FOUND" | "OFFLINE" | "INTERNAL">().toExtend<AssayError["code"]>();
});
