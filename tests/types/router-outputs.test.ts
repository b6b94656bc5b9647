import type { AppRouter } from "@assay/api";
import type * as contract from "@assay/contract";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { expectTypeOf, it } from "vitest";

type Outputs = inferRouterOutputs<AppRouter>;
type Inputs = inferRouterInputs<AppRouter>;

it("procedures about runs answer the contract's types", () => {
  expectTypeOf<Outputs["run"]["create"]>().toEqualTypeOf<contract.Run>();
  expectTypeOf<Outputs["run"]["finish"]>().toEqualTypeOf<contract.Run>();
  expectTypeOf<Outputs["run"]["update"]>().toEqualTypeOf<contract.Run>();
  expectTypeOf<Outputs["run"]["get"]>().toEqualTypeOf<contract.RunDetail>();
  expectTypeOf<Outputs["run"]["getMany"]>().toEqualTypeOf<contract.RunDetail[]>();
  expectTypeOf<Outputs["run"]["search"]>().toEqualTypeOf<contract.RunPage>();
  expectTypeOf<Outputs["run"]["count"]>().toEqualTypeOf<contract.RunCount>();
  expectTypeOf<Outputs["run"]["keys"]>().toEqualTypeOf<contract.RunKeys>();
  expectTypeOf<Outputs["run"]["datasets"]>().toEqualTypeOf<contract.RunDataset[]>();
  expectTypeOf<Outputs["metric"]["series"]>().toEqualTypeOf<contract.Series[]>();
  expectTypeOf<Outputs["metric"]["log"]>().toEqualTypeOf<contract.LogMetricsResult>();
  expectTypeOf<Outputs["lineage"]["get"]>().toEqualTypeOf<contract.LineageGraph>();
});

it("procedures about models answer the contract's types", () => {
  expectTypeOf<Outputs["loggedModel"]["get"]>().toEqualTypeOf<contract.LoggedModel>();
  expectTypeOf<Outputs["model"]["get"]>().toEqualTypeOf<contract.RegisteredModel>();
  expectTypeOf<Outputs["model"]["list"]>().toEqualTypeOf<contract.RegisteredModel[]>();
  expectTypeOf<Outputs["model"]["aliasEvents"]>().toEqualTypeOf<contract.AliasEvent[]>();
  expectTypeOf<Outputs["modelVersion"]["get"]>().toEqualTypeOf<contract.ModelVersionDetail>();
  expectTypeOf<Outputs["modelVersion"]["list"]>().toEqualTypeOf<contract.ModelVersion[]>();
  expectTypeOf<Outputs["alias"]["move"]>().toEqualTypeOf<contract.Alias>();
  expectTypeOf<Outputs["artifact"]["tree"]>().toEqualTypeOf<contract.ArtifactFile[]>();
  expectTypeOf<Outputs["artifact"]["list"]>().toEqualTypeOf<contract.ArtifactEntry[]>();
});

it("procedures about the house answer the contract's types", () => {
  expectTypeOf<Outputs["session"]["get"]>().toEqualTypeOf<contract.Session | null>();
  expectTypeOf<Outputs["session"]["defaultScope"]>().toEqualTypeOf<contract.ProjectScope>();
  expectTypeOf<Outputs["setup"]["status"]>().toEqualTypeOf<contract.SetupStatus>();
  expectTypeOf<Outputs["project"]["list"]>().toEqualTypeOf<contract.Project[]>();
  expectTypeOf<Outputs["experiment"]["list"]>().toEqualTypeOf<contract.ExperimentListItem[]>();
  expectTypeOf<Outputs["token"]["create"]>().toEqualTypeOf<contract.CreatedToken>();
  expectTypeOf<Outputs["token"]["list"]>().toEqualTypeOf<contract.ApiToken[]>();
  expectTypeOf<Outputs["workspace"]["members"]>().toEqualTypeOf<contract.Member[]>();
  expectTypeOf<Outputs["view"]["list"]>().toEqualTypeOf<contract.SavedView[]>();
  expectTypeOf<Outputs["audit"]["list"]>().toEqualTypeOf<contract.Page<contract.AuditEvent>>();
});

it("no procedure takes or answers just anything", () => {
  type Loose<Group> = { [Name in keyof Group]: 0 extends 1 & Group[Name] ? Name : never }[keyof Group];
  expectTypeOf<{ [Group in keyof Outputs]: Loose<Outputs[Group]> }[keyof Outputs]>().toEqualTypeOf<never>();
  expectTypeOf<{ [Group in keyof Inputs]: Loose<Inputs[Group]> }[keyof Inputs]>().toEqualTypeOf<never>();
});
