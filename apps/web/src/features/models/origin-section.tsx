"use client";

import type { ModelVersionDetail, RunDetail } from "@assay/contract";
import { ColourDot, type Fact, FactList, IdText, RunStatus, Section } from "@assay/ui";
import { Anchor, Text } from "@mantine/core";
import { experimentPath, runPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { OriginTag } from "../run/origin-tag.tsx";
import { PageLink } from "../shell/page-link.tsx";

interface OriginSectionProps {
  version: ModelVersionDetail;
  run: RunDetail | undefined;
}

/** The run a version came from and what its files are, with how each fact is known. */
export function OriginSection({ version, run }: OriginSectionProps) {
  const scope = useScope();
  const facts: Fact[] = [
    {
      label: "Run",
      value:
        version.sourceRun === null ? (
          "none"
        ) : (
          <span className="models-fact">
            {run !== undefined && <ColourDot runNumber={run.number} />}
            <Anchor component={PageLink} href={runPath(scope, version.sourceRun.id)}>
              {version.sourceRun.name}
            </Anchor>
            {run !== undefined && <RunStatus status={run.status} />}
            <OriginTag origin="observed" />
          </span>
        ),
    },
    ...(run === undefined
      ? []
      : [
          {
            label: "Experiment",
            value: (
              <Anchor component={PageLink} href={experimentPath(scope, run.experiment.number)}>
                {run.experiment.name}
              </Anchor>
            ),
          },
        ]),
    {
      label: "Files from",
      value:
        version.loggedModelId === null ? (
          <span className="assay-mono">{version.artifactPath === "" ? "/" : version.artifactPath}</span>
        ) : (
          <IdText id={version.loggedModelId} what="logged model id" length={14} />
        ),
    },
    {
      label: "Root digest",
      value: (
        <span className="models-fact">
          <IdText id={version.rootDigest} what="root digest" length={20} />
          <OriginTag origin="observed" />
        </span>
      ),
    },
  ];
  return (
    <Section title="Where it came from">
      <FactList facts={facts} />
      {version.sourceRun === null && (
        <Text c="dimmed" px="md" pb="md">
          No run is linked to this version, so its data and code are unknown.
        </Text>
      )}
    </Section>
  );
}
