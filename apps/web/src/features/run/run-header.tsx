"use client";

import type { RunDetail } from "@assay/contract";
import { ColourDot, CopyIcon, formatDuration, RunStatus, TimeText } from "@assay/ui";
import { Anchor, Badge } from "@mantine/core";
import { experimentPath, runPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { PageLink } from "../shell/page-link.tsx";
import { RunActions } from "./run-actions.tsx";

/** Name, status and where the run belongs. */
export function RunHeader({ run }: { run: RunDetail }) {
  const scope = useScope();
  return (
    <header>
      <div className="screen-head">
        <ColourDot runNumber={run.number} />
        <h1 className="screen-title">{run.name}</h1>
        <CopyIcon value={run.id} what="run id" />
        <RunStatus status={run.status} />
        {run.lifecycle === "archived" && <Badge variant="default">Archived</Badge>}
        <RunActions run={run} />
      </div>
      <p className="run-facts assay-figures">
        <span>
          in{" "}
          <Anchor component={PageLink} href={experimentPath(scope, run.experiment.number)}>
            {run.experiment.name}
          </Anchor>
        </span>
        <span>
          started <TimeText timeMs={run.startedAtMs} />
        </span>
        {run.durationMs !== null && <span>took {formatDuration(run.durationMs)}</span>}
        <span>by {run.createdBy}</span>
        {run.parent !== null && (
          <span>
            part of{" "}
            <Anchor component={PageLink} href={runPath(scope, run.parent.id)}>
              {run.parent.name}
            </Anchor>
          </span>
        )}
        {run.fork !== null && (
          <span>
            forked from{" "}
            <Anchor component={PageLink} href={runPath(scope, run.fork.from.id)}>
              {run.fork.from.name}
            </Anchor>{" "}
            at step {run.fork.step}
          </span>
        )}
      </p>
    </header>
  );
}
