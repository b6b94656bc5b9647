"use client";

import type { RunRef } from "@assay/contract";
import { formatCount, Section } from "@assay/ui";
import { Anchor } from "@mantine/core";
import { comparePath, runPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { PageLink } from "../shell/page-link.tsx";

/** Runs that this one started. */
export function ChildrenSection({ runs }: { runs: readonly RunRef[] }) {
  const scope = useScope();
  const ids = runs.map((run) => run.id);
  return (
    <Section
      title="Child runs"
      aside={formatCount(runs.length)}
      actions={
        runs.length > 1 ? (
          <Anchor component={PageLink} href={comparePath(scope, ids)} fz={12}>
            Compare them
          </Anchor>
        ) : undefined
      }
    >
      <ul className="run-children">
        {runs.map((run) => (
          <li key={run.id}>
            <Anchor component={PageLink} href={runPath(scope, run.id)}>
              {run.name}
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  );
}
