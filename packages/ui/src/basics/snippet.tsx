import { CopyIcon } from "./copy-icon.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import "./basics.css";

interface SnippetProps {
  code: string;
  /** What the snippet is, for the copy button's name. */
  what: string;
}

/** Code to take away, with a copy button. */
export function Snippet({ code, what }: SnippetProps) {
  return (
    <div className="assay-snippet">
      <ScrollRegion label={what} className="assay-snippet-code">
        <pre className="assay-mono">{code}</pre>
      </ScrollRegion>
      <span className="assay-snippet-copy">
        <CopyIcon value={code} what={what} />
      </span>
    </div>
  );
}
