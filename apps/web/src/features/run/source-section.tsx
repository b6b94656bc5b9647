import type { RunSource } from "@assay/contract";
import { DiffText, type Fact, FactList, IdText, Section } from "@assay/ui";
import { Text } from "@mantine/core";
import { OriginTag } from "./origin-tag.tsx";

function text(label: string, value: string | undefined): Fact[] {
  return value === undefined || value === "" ? [] : [{ label, value: <span className="assay-mono">{value}</span> }];
}

function factsOf(source: RunSource): Fact[] {
  const { commit, isDirty } = source;
  const state = isDirty === undefined ? null : isDirty ? "uncommitted changes" : "clean";
  return [
    ...text("Repository", source.repository),
    ...text("Branch", source.branch),
    ...(commit === undefined ? [] : [{ label: "Commit", value: <IdText id={commit} what="commit" length={12} /> }]),
    ...(state === null ? [] : [{ label: "Working tree", value: state }]),
    ...text("Script", source.name),
    ...text("Entry point", source.entryPoint),
    ...text("Arguments", source.arguments?.join(" ")),
    ...text("Kind", source.type),
  ];
}

/** Where the run's code came from. */
export function SourceSection({ source }: { source: RunSource }) {
  const facts = factsOf(source);
  return (
    <Section title="Source" actions={<OriginTag origin="claimed" />}>
      {facts.length === 0 ? (
        <Text c="dimmed" p="md">
          The client told nothing about the code. Inside a git checkout, MLflow sends the commit by itself.
        </Text>
      ) : (
        <FactList facts={facts} />
      )}
      {source.diff !== undefined && source.diff !== "" && (
        <details className="run-pad">
          <summary>Uncommitted changes</summary>
          <DiffText diff={source.diff} />
        </details>
      )}
    </Section>
  );
}
