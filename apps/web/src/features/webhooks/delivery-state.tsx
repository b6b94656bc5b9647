import type { WebhookDeliveryState } from "@assay/contract";
import { RunStatus } from "@assay/ui";
import "./webhooks.css";

const LOOKS = { pending: "running", delivered: "finished", failed: "failed" } as const;
const WORDS = { pending: "Under way", delivered: "Delivered", failed: "Failed" } as const;

/** Whether a delivery arrived, by word, shape and colour. */
export function DeliveryState({ state }: { state: WebhookDeliveryState }) {
  return (
    <span className="delivery-state" data-state={state}>
      <span aria-hidden>
        <RunStatus status={LOOKS[state]} isCompact />
      </span>
      {WORDS[state]}
    </span>
  );
}
