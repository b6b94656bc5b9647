"use client";

import { LOG_STREAMS } from "@assay/contract";
import { plural } from "@assay/ui";
import { Button, SegmentedControl, Switch } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { LogState, SetLogState } from "./use-log-state.ts";

const BOTH = "both";

interface LogToolbarProps {
  state: LogState;
  setState: SetLogState;
  lineCount: number;
  downloadHref: string;
  search: ReactNode;
}

/** What of the log is shown and how. */
export function LogToolbar({ state, setState, lineCount, downloadHref, search }: LogToolbarProps) {
  return (
    <fieldset className="logs-toolbar" aria-label="Log settings">
      {search}
      <SegmentedControl
        size="xs"
        aria-label="Stream"
        value={state.stream ?? BOTH}
        onChange={(value) => void setState({ stream: LOG_STREAMS.find((stream) => stream === value) ?? null })}
        data={[{ value: BOTH, label: "Both" }, ...LOG_STREAMS.map((stream) => ({ value: stream, label: stream }))]}
      />
      <Switch
        className="logs-times-switch"
        label="Times"
        checked={state.times}
        onChange={(event) => void setState({ times: event.currentTarget.checked })}
      />
      <Switch
        label="Wrap"
        checked={state.wrap}
        onChange={(event) => void setState({ wrap: event.currentTarget.checked })}
      />
      <span className="screen-note assay-figures logs-count">{plural(lineCount, "line")}</span>
      <Button
        component="a"
        href={downloadHref}
        download
        variant="default"
        size="xs"
        leftSection={<IconDownload size={14} aria-hidden />}
      >
        Download
      </Button>
    </fieldset>
  );
}
