import { formatNumber } from "../format/format-number.ts";
import { fullNumber } from "../format/full-number.ts";

/** Four significant digits, all of them on hover. */
export function NumberText({ value }: { value: number }) {
  return (
    <span className="assay-figures" title={fullNumber(value)}>
      {formatNumber(value)}
    </span>
  );
}
