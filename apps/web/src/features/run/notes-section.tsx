"use client";

import type { RunDetail } from "@assay/contract";
import { Section } from "@assay/ui";
import { Button, Group, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { Markdown } from "../markdown/markdown.tsx";
import { useUpdateRun } from "./use-update-run.ts";

/** Remarks on the run, in Markdown. */
export function NotesSection({ run }: { run: RunDetail }) {
  const update = useUpdateRun(run);
  const [draft, setDraft] = useState<string | null>(null);
  const save = () => {
    if (draft !== null) update({ notes: draft });
    setDraft(null);
  };
  return (
    <Section
      title="Notes"
      actions={
        draft === null ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setDraft(run.notes)}>
            {run.notes === "" ? "Write" : "Edit"}
          </Button>
        ) : undefined
      }
    >
      <div className="run-pad">
        {draft === null && run.notes !== "" && <Markdown text={run.notes} />}
        {draft === null && run.notes === "" && <Text c="dimmed">What was this run meant to show? Markdown works.</Text>}
        {draft !== null && (
          <>
            <Textarea
              aria-label="Notes in Markdown"
              autosize
              minRows={4}
              maxRows={20}
              maxLength={100_000}
              autoFocus
              value={draft}
              onChange={(event) => setDraft(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save();
                if (event.key === "Escape") setDraft(null);
              }}
            />
            <Group justify="flex-end" mt="sm">
              <Button variant="default" onClick={() => setDraft(null)}>
                Cancel
              </Button>
              <Button onClick={save}>Save notes</Button>
            </Group>
          </>
        )}
      </div>
    </Section>
  );
}
