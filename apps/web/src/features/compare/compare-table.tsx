"use client";

import type { RunDetail } from "@assay/contract";
import { ColourDot, RunStatus, ScrollRegion } from "@assay/ui";
import { Anchor, Button } from "@mantine/core";
import { Fragment } from "react";
import { runPath } from "../../data/paths.ts";
import { useScope } from "../../data/scope-context.ts";
import { PageLink } from "../shell/page-link.tsx";
import { CompareRowView } from "./compare-row-view.tsx";
import type { CompareSection } from "./compare-rows.ts";
import "./compare.css";

interface CompareTableProps {
  runs: readonly RunDetail[];
  sections: readonly CompareSection[];
  isDiffOnly: boolean;
  /** Index of the run that metrics are measured against. */
  baseline: number | null;
  onBaseline: (index: number | null) => void;
}

/** The side-by-side table; labels and run names stay in view. */
export function CompareTable({ runs, sections, isDiffOnly, baseline, onBaseline }: CompareTableProps) {
  return (
    <ScrollRegion label="Comparison" className="compare-scroll">
      <table className="compare-table assay-figures">
        <thead>
          <tr>
            <th scope="col">
              <span className="assay-visually-hidden">Key</span>
            </th>
            {runs.map((run, index) => (
              <th key={run.id} scope="col">
                <CompareHead
                  run={run}
                  isBaseline={index === baseline}
                  onToggle={() => onBaseline(index === baseline ? null : index)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => {
            const rows = section.rows.filter((row) => !isDiffOnly || row.isDifferent);
            const hidden = section.rows.length - rows.length;
            if (section.rows.length === 0) return null;
            return (
              <Fragment key={section.title}>
                <tr className="compare-section">
                  <th scope="rowgroup" colSpan={runs.length + 1}>
                    <span>
                      {section.title}
                      {hidden > 0 && <small> {hidden} alike hidden</small>}
                    </span>
                  </th>
                </tr>
                {rows.map((row) => (
                  <CompareRowView key={row.label} row={row} baseline={baseline} />
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface CompareHeadProps {
  run: RunDetail;
  isBaseline: boolean;
  onToggle: () => void;
}

function CompareHead({ run, isBaseline, onToggle }: CompareHeadProps) {
  const scope = useScope();
  return (
    <div className="compare-head">
      <span className="compare-head-name">
        <ColourDot runNumber={run.number} />
        <Anchor component={PageLink} href={runPath(scope, run.id)} className="assay-truncate" title={run.name}>
          {run.name}
        </Anchor>
      </span>
      <RunStatus status={run.status} />
      <Button
        variant={isBaseline ? "light" : "subtle"}
        color={isBaseline ? "indigo" : "gray"}
        size="compact-xs"
        aria-pressed={isBaseline}
        onClick={onToggle}
      >
        {isBaseline ? "Baseline" : "Set as baseline"}
      </Button>
    </div>
  );
}
