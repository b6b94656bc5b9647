"use client";

import type { RunDetail } from "@assay/contract";
import { EmptyState } from "@assay/ui";
import { Skeleton } from "@mantine/core";
import { usePathname } from "next/navigation";
import { QueryError } from "../../data/query-error.tsx";
import { useScope } from "../../data/scope-context.ts";
import { EmptyLogs } from "./empty-logs.tsx";
import { LogList } from "./log-list.tsx";
import { logPath } from "./log-path.ts";
import { LogSearch } from "./log-search.tsx";
import { LogToolbar } from "./log-toolbar.tsx";
import { useLineOffset } from "./use-line-offset.ts";
import { useLogCount } from "./use-log-count.ts";
import { useLogSearch } from "./use-log-search.ts";
import { useLogState } from "./use-log-state.ts";
import "./logs.css";

/** What the run printed, while it prints. */
export function LogsTab({ run }: { run: RunDetail }) {
  const scope = useScope();
  const path = usePathname();
  const [state, setState] = useLogState();
  const { stream, line, find } = state;
  const all = useLogCount(run.id, null);
  const shown = useLogCount(run.id, stream);
  const search = useLogSearch(run.id, stream, find);
  const offset = useLineOffset(run.id, stream, line);
  if (all.isError && all.data === undefined) {
    return <QueryError error={all.error} onRetry={() => void all.refetch()} />;
  }
  if (all.data === undefined) return <Skeleton height={400} />;
  if (all.data.lineCount === 0) return <EmptyLogs runId={run.id} />;
  const point = (number: number) => void setState({ line: number });
  const lineCount = shown.data?.lineCount ?? 0;
  return (
    <div className="logs">
      <LogToolbar
        state={state}
        setState={setState}
        lineCount={lineCount}
        downloadHref={`${logPath(scope, run.id)}.txt${stream === null ? "" : `?stream=${stream}`}`}
        search={
          <LogSearch
            {...search}
            value={find}
            line={line}
            onFind={(text) => void setState({ find: text })}
            onPoint={point}
          />
        }
      />
      {search.error !== null && <QueryError error={search.error} />}
      {shown.data?.lineCount === 0 ? (
        <EmptyState title={`Nothing on ${stream}`} />
      ) : (
        <LogList
          key={stream}
          runId={run.id}
          stream={stream}
          lineCount={lineCount}
          current={{ number: line, offset }}
          query={find}
          hasTimes={state.times}
          isWrapped={state.wrap}
          hrefOf={(number) => `${path}?tab=logs&line=${number}`}
          onPoint={point}
          onEnd={() => void setState({ line: null })}
        />
      )}
    </div>
  );
}
