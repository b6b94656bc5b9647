"use client";

import type { LogStream, RunId } from "@assay/contract";
import { Button } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { QueryError } from "../../data/query-error.tsx";
import { LogRow } from "./log-row.tsx";
import { rowWindow } from "./row-window.ts";
import { useFollowEnd } from "./use-follow-end.ts";
import { useLogLines } from "./use-log-lines.ts";

const ROW_PX = 24;

interface LogListProps {
  runId: RunId;
  stream: LogStream | null;
  lineCount: number;
  /** The line that is pointed at and where it stands in what is shown. */
  current: { number: number | null; offset: number | null };
  query: string;
  hasTimes: boolean;
  isWrapped: boolean;
  hrefOf: (number: number) => string;
  onPoint: (number: number) => void;
  /** No line is pointed at any more. */
  onEnd: () => void;
}

/** The lines, of which only those in view exist; stays at the end while lines come unless the reader scrolled up. */
export function LogList({
  runId,
  stream,
  lineCount,
  current,
  query,
  hasTimes,
  isWrapped,
  onEnd,
  ...links
}: LogListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { start, count } = rowWindow(lineCount, current.offset);
  const list = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 30,
  });
  useEffect(() => list.measure(), [list, isWrapped, hasTimes]);
  const rows = list.getVirtualItems();
  const [first, last] = [start + (rows[0]?.index ?? 0), start + (rows.at(-1)?.index ?? 0)];
  const { lineAt, error } = useLogLines({ runId, stream, lineCount, first, last });
  const { isFollowing, follow, onScroll } = useFollowEnd(list, current.number === null);
  const isKnown = current.offset !== null && current.offset < lineCount;
  useEffect(() => {
    if (current.offset === null || !isKnown) return;
    follow(false);
    list.scrollToIndex(current.offset - start, { align: "center" });
  }, [current.offset, isKnown, start, list, follow]);
  return (
    <div className="logs-frame">
      {error !== null && <QueryError error={error} />}
      <div
        ref={scroller}
        className="logs-list"
        role="log"
        aria-live="off"
        aria-label="Console output"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop, the keyboard could not scroll it (WCAG 2.1.1)
        tabIndex={0}
        data-wrapped={isWrapped || undefined}
        data-line-count={lineCount}
        onScroll={(event) => onScroll(event.currentTarget)}
      >
        <div className="logs-sheet" style={{ height: list.getTotalSize() }}>
          <div className="logs-window" style={{ transform: `translateY(${rows[0]?.start ?? 0}px)` }}>
            {rows.map((row) => {
              const line = lineAt(start + row.index);
              return (
                <div key={row.index} data-index={row.index} ref={isWrapped ? list.measureElement : undefined}>
                  <LogRow
                    line={line}
                    hasTime={hasTimes}
                    isCurrent={line !== undefined && line.number === current.number}
                    query={query}
                    {...links}
                  />
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {!isFollowing && (
        <Button
          className="logs-jump"
          size="compact-sm"
          leftSection={<IconArrowDown size={14} aria-hidden />}
          onClick={() => {
            onEnd();
            follow(true);
          }}
        >
          Jump to end
        </Button>
      )}
    </div>
  );
}
