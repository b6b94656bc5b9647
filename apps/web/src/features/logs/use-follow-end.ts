"use client";

import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";

/** Nearer to the end than this counts as being there. */
const END_PX = 40;

/** Keeps the end of a growing list in view until the reader scrolls up, and again once they are back at the end. */
export function useFollowEnd(list: Virtualizer<HTMLDivElement, HTMLDivElement>, startsAtEnd: boolean) {
  const [isFollowing, setFollowing] = useState(startsAtEnd);
  const lastTop = useRef(0);
  const { count } = list.options;
  const totalPx = list.getTotalSize();
  // Anew when lines come or turn out higher than thought.
  useEffect(() => {
    if (isFollowing && count > 0) list.scrollToIndex(count - 1, { align: "end" });
  }, [isFollowing, count, totalPx, list]);
  return {
    isFollowing,
    follow: setFollowing,
    onScroll: (scroller: HTMLDivElement) => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      if (scrollHeight - scrollTop - clientHeight < END_PX) setFollowing(true);
      else if (scrollTop < lastTop.current) setFollowing(false);
      lastTop.current = scrollTop;
    },
  };
}
