import type { ShownRunStatus } from "@assay/contract";
import "./run-status.css";

const WORDS: Record<ShownRunStatus, string> = {
  scheduled: "Scheduled",
  running: "Running",
  finished: "Finished",
  failed: "Failed",
  killed: "Killed",
  stale: "Stale",
};

interface RunStatusProps {
  status: ShownRunStatus;
  /** Shape and colour only, with the word for those who cannot see it. */
  isCompact?: boolean;
}

/** A run's status as word, shape and colour. */
export function RunStatus({ status, isCompact = false }: RunStatusProps) {
  return (
    <span className="assay-status" data-status={status} title={isCompact ? WORDS[status] : undefined}>
      <svg aria-hidden className="assay-status-shape" viewBox="0 0 12 12" width={12} height={12}>
        <StatusShape status={status} />
      </svg>
      <span className={isCompact ? "assay-visually-hidden" : undefined}>{WORDS[status]}</span>
    </span>
  );
}

function StatusShape({ status }: { status: ShownRunStatus }) {
  switch (status) {
    case "scheduled":
      return <circle cx={6} cy={6} r={4} fill="none" stroke="currentColor" strokeWidth={1.5} strokeDasharray="2 2" />;
    case "running":
      return <circle cx={6} cy={6} r={4} fill="currentColor" className="assay-status-pulse" />;
    case "finished":
      return <path d="M2 6.5 5 9.5 10 3" fill="none" stroke="currentColor" strokeWidth={2} />;
    case "failed":
      return <path d="M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5" fill="none" stroke="currentColor" strokeWidth={2} />;
    case "killed":
      return <rect x={2.5} y={2.5} width={7} height={7} fill="currentColor" />;
    case "stale":
      return <path d="M6 1.5 11 10.5H1Z" fill="none" stroke="currentColor" strokeWidth={1.5} />;
  }
}
