import type { ImportFinding, ImportReport } from "@assay/contract";

/** An import's report for people: what came, what was changed and what could not come. */
export function reportMarkdown(report: ImportReport): string {
  const took = ((report.finishedAtMs - report.startedAtMs) / 1_000).toFixed(1);
  const came = Object.entries(report.came).filter(([, count]) => count > 0);
  return [
    `# Import from ${report.source}`,
    "",
    `${new Date(report.finishedAtMs).toISOString()}; the last go took ${took} s. Counts are of all goes together.`,
    "",
    "## What came",
    "",
    ...(came.length === 0 ? ["Nothing."] : ["| what | how many |", "| --- | ---: |"]),
    ...came.map(([what, count]) => `| ${what} | ${count.toLocaleString("en")} |`),
    "",
    "## What was changed",
    "",
    ...findingLines(report.changed, "Nothing: all that came is as it was."),
    "",
    "## What could not come",
    "",
    ...findingLines(report.missing, "Nothing: all of it came."),
    "",
  ].join("\n");
}

function findingLines(findings: readonly ImportFinding[], none: string): string[] {
  if (findings.length === 0) return [none];
  return findings.flatMap(({ what, why, count, examples }) => [
    `- **${count.toLocaleString("en")} ${what}**: ${oneLine(why)}`,
    ...examples.slice(0, 5).map((example) => `  - \`${oneLine(example).replaceAll("`", "'")}\``),
    ...(examples.length > 5 ? ["  - …"] : []),
  ]);
}

/** Names come from elsewhere and may hold anything. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").slice(0, 300);
