"use client";

import { Anchor, Typography } from "@mantine/core";
import ReactMarkdown, { type Components } from "react-markdown";

// Notes come from people and scripts: an image would make every reader's browser call another host.
const COMPONENTS: Components = {
  img: ({ alt, src }) => (
    <Anchor href={typeof src === "string" ? src : undefined} target="_blank" rel="noopener noreferrer">
      {alt === undefined || alt === "" ? "image" : alt}
    </Anchor>
  ),
  a: ({ href, children }) => (
    <Anchor href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </Anchor>
  ),
};

/** Markdown without raw HTML and without requests to anywhere else. */
export function Markdown({ text }: { text: string }) {
  return (
    <Typography fz="sm">
      <ReactMarkdown components={COMPONENTS}>{text}</ReactMarkdown>
    </Typography>
  );
}
