import { formatAbsolute } from "../format/format-absolute.ts";
import { formatRelative } from "../format/format-relative.ts";
import { useNow } from "./use-now.ts";

/** Clocks differ a little; a time that is barely ahead is now. */
const SKEW_MS = 120_000;

/** A relative time with the absolute one on hover. */
export function TimeText({ timeMs }: { timeMs: number | null }) {
  const nowMs = useNow();
  if (timeMs === null) return <span className="assay-figures">—</span>;
  return (
    <time
      className="assay-figures"
      dateTime={new Date(timeMs).toISOString()}
      title={nowMs === null ? undefined : formatAbsolute(timeMs)}
    >
      {nowMs === null ? "…" : formatRelative(timeMs, timeMs - nowMs < SKEW_MS ? Math.max(nowMs, timeMs) : nowMs)}
    </time>
  );
}
