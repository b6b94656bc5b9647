import { lineDashes } from "../colour/line-dashes.ts";
import { runColour } from "../colour/run-hue.ts";
import { plural } from "../format/plural.ts";
import type { ColourScheme } from "../theme/colour-scheme.ts";
import type { ChartGroup } from "./chart-group.ts";
import type { HoverLink } from "./hover-link.ts";
import "./chart.css";

interface LineLegendProps {
  label: string;
  groups: readonly ChartGroup[];
  scheme: ColourScheme;
  hoverLink: HoverLink;
}

const strokeDash = (dash: ReturnType<typeof lineDashes>[number] | undefined): string | undefined => {
  if (dash === undefined || dash === "solid") return undefined;
  return dash === "dashed" ? "6 4" : dash === "dotted" ? "2 2" : dash.join(" ");
};

/** The groups' colours and sizes; pointing at one lights up its lines. */
export function LineLegend({ label, groups, scheme, hoverLink }: LineLegendProps) {
  const dashes = lineDashes(groups.map(({ number }) => number));
  return (
    <ul className="assay-legend" aria-label={label}>
      {groups.map(({ id, name, number, runCount }, index) => (
        <li
          key={id}
          onPointerEnter={() => hoverLink.set({ lineId: id, x: null })}
          onPointerLeave={() => hoverLink.set({ lineId: null, x: null })}
        >
          <svg width="18" height="8" aria-hidden="true">
            <line
              x1="0"
              y1="4"
              x2="18"
              y2="4"
              stroke={runColour(number, scheme)}
              strokeWidth="2"
              strokeDasharray={strokeDash(dashes[index])}
            />
          </svg>
          <span className="assay-truncate" title={name}>
            {name}
          </span>
          <span className="assay-legend-count">{plural(runCount, "run")}</span>
        </li>
      ))}
    </ul>
  );
}
