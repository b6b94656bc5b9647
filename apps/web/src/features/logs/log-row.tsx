import type { LogLine } from "@assay/contract";
import { LogText } from "./log-text.tsx";
import { shortTime } from "./short-time.ts";

interface LogRowProps {
  /** Undefined while on its way. */
  line: LogLine | undefined;
  hasTime: boolean;
  isCurrent: boolean;
  query: string;
  /** The address that points at a line. */
  hrefOf: (number: number) => string;
  onPoint: (number: number) => void;
}

/** One line: its number, which is a link to it, when it came, and its text. */
export function LogRow({ line, hasTime, isCurrent, query, hrefOf, onPoint }: LogRowProps) {
  if (line === undefined) return <div className="logs-line logs-missing">…</div>;
  const { number, timeMs, stream, text } = line;
  return (
    <div className="logs-line" data-stream={stream} data-current={isCurrent || undefined}>
      <a
        className="logs-number"
        href={hrefOf(number)}
        aria-label={`Line ${number}`}
        aria-current={isCurrent || undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onPoint(number);
        }}
      >
        {number}
      </a>
      {hasTime && (
        <time className="logs-time" dateTime={new Date(timeMs).toISOString()} title={new Date(timeMs).toISOString()}>
          {shortTime(timeMs)}
        </time>
      )}
      <span className="logs-text">
        <LogText text={text} query={query} />
      </span>
    </div>
  );
}
