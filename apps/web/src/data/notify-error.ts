import { notifications } from "@mantine/notifications";
import { describeError } from "./describe-error.ts";

/** Says what a failed action failed for. */
export function notifyError(error: unknown): void {
  const { message, remedy } = describeError(error);
  notifications.show({ color: "red", title: message, message: remedy ?? "Nothing was changed.", autoClose: 10_000 });
}
