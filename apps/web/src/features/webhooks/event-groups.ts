import type { WebhookEvent } from "@assay/contract";

export interface EventWords {
  event: WebhookEvent;
  words: string;
}

interface EventGroup {
  title: string;
  events: readonly EventWords[];
}

/** Everything a webhook can be told of, in words, as the form offers it. */
export const EVENT_GROUPS: readonly EventGroup[] = [
  {
    title: "Runs and experiments",
    events: [
      { event: "run.created", words: "A run starts" },
      { event: "run.finished", words: "A run ends" },
      { event: "experiment.created", words: "An experiment is made" },
    ],
  },
  {
    title: "Models",
    events: [
      { event: "registered_model.created", words: "A model is made" },
      { event: "model_version.created", words: "A version is registered" },
      { event: "model_version_alias.created", words: "An alias is moved" },
      { event: "model_version_alias.deleted", words: "An alias is removed" },
      { event: "model_version_tag.set", words: "A version's tag is set" },
      { event: "model_version_tag.deleted", words: "A version's tag is removed" },
    ],
  },
  {
    title: "MLflow prompts",
    events: [
      { event: "prompt.created", words: "A prompt is made" },
      { event: "prompt_version.created", words: "A prompt's version is registered" },
      { event: "prompt_alias.created", words: "A prompt's alias is moved" },
      { event: "prompt_alias.deleted", words: "A prompt's alias is removed" },
      { event: "prompt_tag.set", words: "A prompt's tag is set" },
      { event: "prompt_tag.deleted", words: "A prompt's tag is removed" },
      { event: "prompt_version_tag.set", words: "A prompt version's tag is set" },
      { event: "prompt_version_tag.deleted", words: "A prompt version's tag is removed" },
    ],
  },
];
