import { RunId } from "@assay/contract";
import type { runs } from "@assay/db";
import { randomIds } from "@assay/services";

/** A plain run of experiment 0, as a repository takes it. */
export function newRun(changes: Partial<runs.NewRun> = {}): runs.NewRun {
  const now = new Date();
  return {
    id: RunId.parse(randomIds.uuid()),
    experiment: { number: 0 },
    requestDigest: null,
    name: "numbered",
    nameStart: "",
    status: "running",
    notes: "",
    source: {},
    environment: {},
    sourceDigest: new Uint8Array(32),
    environmentDigest: new Uint8Array(32),
    parent: null,
    fork: null,
    createdBy: "a test",
    actorKind: "system",
    createdById: null,
    createdAt: now,
    startedAt: now,
    params: {},
    tags: { t: "1" },
    ...changes,
  };
}
