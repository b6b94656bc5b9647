"use client";

import { EmptyState, plural, Section, SkeletonRows } from "@assay/ui";
import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { projectPath } from "../../data/paths.ts";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { useTRPC } from "../../data/trpc.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { PageLink } from "../shell/page-link.tsx";
import { AliasHistory } from "./alias-history.tsx";
import { AliasesSection } from "./aliases-section.tsx";
import { VersionTable } from "./version-table.tsx";

/** A registered model: its versions, and where its aliases point and pointed. */
export function ModelScreen({ name }: { name: string }) {
  const trpc = useTRPC();
  const scope = useScope();
  const model = useQuery(trpc.model.get.queryOptions({ ...scope, name }));
  const versions = useQuery(trpc.modelVersion.list.queryOptions({ ...scope, name }));
  if (model.isError) {
    return (
      <div className="screen screen-narrow">
        <QueryError error={model.error} onRetry={() => void model.refetch()} />
      </div>
    );
  }
  return (
    <div className="screen">
      <header className="screen-head">
        <Anchor component={PageLink} href={`${projectPath(scope)}/models`} c="dimmed">
          Models
        </Anchor>
        <h1 className="screen-title">{name}</h1>
        {model.data !== undefined && <span className="screen-note">{plural(model.data.versionCount, "version")}</span>}
      </header>
      {model.data !== undefined && model.data.description !== "" && <Markdown text={model.data.description} />}
      <Section title="Versions">
        {versions.isPending && <SkeletonRows rows={4} height={37} />}
        {versions.isError && <QueryError error={versions.error} onRetry={() => void versions.refetch()} />}
        {versions.data?.length === 0 && (
          <EmptyState title="No versions yet">
            <p>Open the run that made the model and press Register model there.</p>
          </EmptyState>
        )}
        {versions.data !== undefined && versions.data.length > 0 && (
          <VersionTable versions={versions.data} aliases={model.data?.aliases ?? []} />
        )}
      </Section>
      <div className="screen-columns">
        <AliasesSection name={name} aliases={model.data?.aliases} />
        <AliasHistory name={name} />
      </div>
    </div>
  );
}
