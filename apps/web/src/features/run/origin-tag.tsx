import { Tooltip } from "@mantine/core";

const WORDS = {
  observed: "The server saw this itself, for instance by hashing the bytes it received.",
  claimed: "The client said so; the server could not check it.",
} as const;

/** How much a fact can be trusted. */
export function OriginTag({ origin }: { origin: "observed" | "claimed" }) {
  return (
    <Tooltip label={WORDS[origin]} multiline maw={260}>
      <button type="button" className="run-origin" data-origin={origin}>
        {origin}
      </button>
    </Tooltip>
  );
}
