import type { CreateRunInput, Run, RunId } from "@assay/contract";
import type { ProjectContext } from "../context.ts";
import type { CreationRequest } from "../creation/creation-request.ts";

export type NewRunInput = Omit<CreateRunInput, "workspace" | "project" | "experiment"> & {
  /** A name makes the experiment when it is missing; a number must exist. */
  experiment: { name: string } | { number: number };
  status?: Run["status"] & ("scheduled" | "running");
  /** What a tag says the parent is; unlike `parentRunId` it may name no run of the project. */
  parentTag?: string | undefined;
  /** By which a request is known that its client sends again, which then makes no second run. */
  request?: CreationRequest | undefined;
};

/** A run to be made, and for whom. */
export interface NewRunRequest {
  ctx: ProjectContext;
  id: RunId;
  input: NewRunInput;
}
