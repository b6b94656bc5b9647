import { ScrollRegion } from "../basics/scroll-region.tsx";
import "./diff-text.css";

function kindOf(line: string): string | undefined {
  if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("diff ")) return "file";
  if (line.startsWith("@@")) return "hunk";
  if (line.startsWith("+")) return "added";
  if (line.startsWith("-")) return "removed";
  return undefined;
}

/** A unified diff, its lines tinted by what they do; the signs stay, so colour is never alone. */
export function DiffText({ diff }: { diff: string }) {
  return (
    <ScrollRegion label="Uncommitted changes" className="assay-diff">
      <pre className="assay-mono">
        {diff.split("\n").map((line, index) => (
          <span key={index} className="assay-diff-line" data-kind={kindOf(line)}>
            {line}
            {"\n"}
          </span>
        ))}
      </pre>
    </ScrollRegion>
  );
}
