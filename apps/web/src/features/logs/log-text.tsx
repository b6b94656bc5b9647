import { lastState } from "@assay/domain";
import { type CSSProperties, memo } from "react";
import { ansiSpans } from "./ansi-spans.ts";
import { type MarkedSpan, markMatches } from "./mark-matches.ts";

/** A line as a terminal shows it, in its colours, with what is searched for marked. */
export const LogText = memo(function LogText({ text, query }: { text: string; query: string }) {
  const spans = markMatches(ansiSpans(lastState(text)), query);
  let start = 0;
  return spans.map((span) => {
    const key = start;
    start += span.text.length;
    const Tag = span.isMatch ? "mark" : "span";
    return (
      <Tag key={key} className={span.className || undefined} style={styleOf(span)}>
        {span.text}
      </Tag>
    );
  });
});

function styleOf({ colour, background }: MarkedSpan): CSSProperties | undefined {
  if (colour === null && background === null) return undefined;
  return { ...(colour !== null && { color: colour }), ...(background !== null && { backgroundColor: background }) };
}
