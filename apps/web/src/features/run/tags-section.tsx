"use client";

import type { RunDetail } from "@assay/contract";
import { Section } from "@assay/ui";
import { Pill, Text } from "@mantine/core";
import { AddTagForm } from "./add-tag-form.tsx";
import { useRunTags } from "./use-run-tags.ts";

/** Keys that machines set and rarely matter to a reader. */
const isMachineMade = (key: string) => key.startsWith("mlflow.");

/** Labels that can change after the fact. */
export function TagsSection({ run }: { run: RunDetail }) {
  const { setTag, deleteTag } = useRunTags(run);
  const tags = Object.entries(run.tags).sort(([a], [b]) => a.localeCompare(b, "en"));
  const shown = tags.filter(([key]) => !isMachineMade(key));
  const hidden = tags.filter(([key]) => isMachineMade(key));
  return (
    <Section title="Tags">
      <div className="run-pad run-tags">
        {shown.length === 0 && <Text c="dimmed">Tags can be filtered by and shown as columns.</Text>}
        {shown.length > 0 && (
          <Pill.Group>
            {shown.map(([key, value]) => (
              <Pill
                key={key}
                withRemoveButton
                onRemove={() => deleteTag(key)}
                removeButtonProps={{ "aria-label": `Remove tag ${key}`, tabIndex: 0, "aria-hidden": false }}
                title={value}
              >
                {key}: {value}
              </Pill>
            ))}
          </Pill.Group>
        )}
        <AddTagForm onAdd={setTag} />
        {hidden.length > 0 && (
          <details>
            <summary className="screen-note">{hidden.length} set by MLflow</summary>
            <dl className="run-machine-tags assay-mono">
              {hidden.map(([key, value]) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
    </Section>
  );
}
