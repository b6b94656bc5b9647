import { isDomainError, type Run, type RunId } from "@assay/contract";
import { GroupCommit, type Outcome } from "@assay/db";
import { withLogTx } from "../access/transaction.ts";
import type { ProjectContext } from "../context.ts";
import type { NewRunRequest } from "./new-run.ts";
import { type LogRequest, standsAlone, writeLogs } from "./write-logs.ts";
import { writeRuns, writeRunsAlone } from "./write-runs.ts";

/** Writes that many scripts make at once: those that arrive during a commit share the next one. */
export interface WriteGroups {
  readonly runs: GroupCommit<NewRunRequest, Run>;
  readonly logs: GroupCommit<LogRequest, void>;
  /** Resolves when everything added so far has been answered. */
  idle(): Promise<void>;
}

/** The groups of one process. */
export function createWriteGroups(): WriteGroups {
  const runs = new GroupCommit<NewRunRequest, Run>((requests) =>
    inProjects(
      requests,
      // One id may be asked for twice, of which the second would spoil what is written with it.
      ({ id }) => id,
      async (ctx, of) => {
        const alone = await writeRunsAlone(ctx, of);
        const others = of.filter((_, at) => alone[at] === null);
        const rest = await writeTogether(others, (_, some) => withLogTx(ctx, (tx) => writeRuns(tx, some)));
        const made = alone.flatMap((outcome) => outcome ?? rest.shift() ?? []);
        for (const outcome of made) if ("result" in outcome) noteRun(ctx, outcome.result.id);
        return made;
      },
    ),
  );
  const logs = new GroupCommit<LogRequest, void>((requests) =>
    inProjects(
      requests,
      // Requests to one run go one after the other: they may name the same key.
      ({ input }) => input.runId,
      async (ctx, of) => {
        const written = of.every(({ input }) => standsAlone(input))
          ? await writeLogs(ctx.db, of)
          : await withLogTx(ctx, (tx) => writeLogs(tx, of));
        of.forEach(({ input }, at) => {
          if ("result" in (written[at] ?? {})) noteRun(ctx, input.runId);
        });
        return written;
      },
    ),
  );
  return {
    runs,
    logs,
    async idle() {
      await Promise.all([runs.idle(), logs.idle()]);
    },
  };
}

/** Tells watchers that something was written to a run. */
export function noteRun(ctx: ProjectContext, runId: RunId): void {
  ctx.live.note({ kind: "run", projectId: ctx.project.id, runId });
}

type Write<Request, Result> = (ctx: ProjectContext, requests: Request[]) => Promise<Outcome<Result>[]>;

/** Writes requests of each project in one transaction or statement, and those with the same `part` in one after the other. */
async function inProjects<Request extends { ctx: ProjectContext }, Result>(
  requests: readonly Request[],
  part: (request: Request) => string,
  write: Write<Request, Result>,
): Promise<Outcome<Result>[]> {
  const outcomes = new Map<Request, Outcome<Result>>();
  for (const together of cut(requests, part)) {
    const written = await writeTogether(together, write);
    together.forEach((request, at) => {
      const outcome = written[at];
      if (outcome !== undefined) outcomes.set(request, outcome);
    });
  }
  return requests.flatMap((request) => outcomes.get(request) ?? []);
}

/** One request's fault is not another's: those that could not be written together are written one by one. */
async function writeTogether<Request extends { ctx: ProjectContext }, Result>(
  requests: Request[],
  write: Write<Request, Result>,
): Promise<Outcome<Result>[]> {
  const [first] = requests;
  if (first === undefined) return [];
  try {
    return await write(first.ctx, requests);
  } catch (error) {
    // Nobody knows whether a database that went away has kept them: that is for their clients to find out.
    if (requests.length === 1 || (isDomainError(error) && error.code === "UNAVAILABLE"))
      return requests.map(() => ({ error }));
    const outcomes: Outcome<Result>[] = [];
    for (const request of requests) outcomes.push(...(await writeTogether([request], write)));
    return outcomes;
  }
}

interface Together<Request> {
  requests: Request[];
  parts: Set<string>;
}

function cut<Request extends { ctx: ProjectContext }>(
  requests: readonly Request[],
  partOf: (request: Request) => string,
): Request[][] {
  const all: Together<Request>[] = [];
  for (const request of requests) {
    const { db, project } = request.ctx;
    const part = partOf(request);
    let together = all.find(
      ({ requests: [first], parts }) => first?.ctx.db === db && first.ctx.project.id === project.id && !parts.has(part),
    );
    if (together === undefined) {
      together = { requests: [], parts: new Set() };
      all.push(together);
    }
    together.requests.push(request);
    together.parts.add(part);
  }
  return all.map((one) => one.requests);
}
