import type { RunDetail } from "@assay/contract";
import { ChildrenSection } from "./children-section.tsx";
import { EntriesSection } from "./entries-section.tsx";
import { EnvironmentSection } from "./environment-section.tsx";
import { LoggedModelsSection } from "./logged-models-section.tsx";
import { MetricsSection } from "./metrics-section.tsx";
import { NotesSection } from "./notes-section.tsx";
import { RunDatasetsSection } from "./run-datasets-section.tsx";
import { SourceSection } from "./source-section.tsx";
import { StorageSection } from "./storage-section.tsx";
import { TagsSection } from "./tags-section.tsx";

/** Outcome and settings on the left, provenance and remarks on the right. */
export function RunOverview({ run }: { run: RunDetail }) {
  return (
    <div className="screen-columns">
      <div className="screen-column">
        <MetricsSection run={run} />
        <EntriesSection
          title="Params"
          entries={run.params}
          hint="Params say what was tried: mlflow.log_param(&quot;lr&quot;, 0.01)."
        />
      </div>
      <div className="screen-column">
        <NotesSection run={run} />
        <TagsSection run={run} />
        <LoggedModelsSection run={run} />
        <RunDatasetsSection runId={run.id} />
        <SourceSection source={run.source} />
        <EnvironmentSection environment={run.environment} />
        <StorageSection run={run} />
        {run.children.length > 0 && <ChildrenSection runs={run.children} />}
      </div>
    </div>
  );
}
