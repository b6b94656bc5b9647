"use client";

import { Tooltip, UnstyledButton } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useLive } from "../../data/live/live-context.ts";

/** Whether data lands as it is logged; click to hold it or to let it come again. */
export function LiveButton() {
  const { isConnected, isPaused, setPaused } = useLive();
  const word = isPaused ? "Paused" : isConnected ? "Live" : "Connecting";
  const Icon = isPaused ? IconPlayerPlay : IconPlayerPause;
  const action = isPaused ? "Resume live updates" : "Pause live updates";
  return (
    <Tooltip label={action}>
      <UnstyledButton
        className="shell-live"
        data-state={word.toLowerCase()}
        aria-label={`${word}. ${action}`}
        onClick={() => setPaused(!isPaused)}
      >
        <span aria-hidden className="shell-live-dot" />
        <span className="shell-live-word">{word}</span>
        <Icon size={13} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  );
}
