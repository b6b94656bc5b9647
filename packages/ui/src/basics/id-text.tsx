import { shortId } from "../format/short-id.ts";
import { CopyIcon } from "./copy-icon.tsx";
import "./basics.css";

interface IdTextProps {
  id: string;
  what: string;
  length?: number;
}

/** The start of an id or digest, whole on hover and on copy. */
export function IdText({ id, what, length = 10 }: IdTextProps) {
  return (
    <span className="assay-id">
      <span className="assay-mono" title={id}>
        {shortId(id, length)}
      </span>
      <CopyIcon value={id} what={what} />
    </span>
  );
}
