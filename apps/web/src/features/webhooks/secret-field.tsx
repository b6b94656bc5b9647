"use client";

import { Button, Checkbox, Group, PasswordInput } from "@mantine/core";
import { useState } from "react";

interface SecretFieldProps {
  /** Whether the webhook has one already, which nobody can read. */
  hasSecret: boolean;
  /** Undefined keeps what there is. */
  onChange: (secret: string | undefined) => void;
}

const SECRET_BYTES = 24;

function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The secret that deliveries are signed with: typed, made, kept or taken away. */
export function SecretField({ hasSecret, onChange }: SecretFieldProps) {
  const [text, setText] = useState("");
  const [isRemoved, setRemoved] = useState(false);
  const [isShown, setShown] = useState(false);
  const enter = (secret: string) => {
    setText(secret);
    onChange(secret === "" && hasSecret ? undefined : secret);
  };
  const make = () => {
    enter(newSecret());
    setShown(true);
  };
  const remove = (isGone: boolean) => {
    setRemoved(isGone);
    setText("");
    onChange(isGone ? "" : undefined);
  };
  return (
    <>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <PasswordInput
          label="Secret"
          description={
            hasSecret
              ? "Deliveries are signed with one. It is never shown; leave this empty to keep it."
              : "Signs each delivery, so that the receiver can tell it from others'. It is never shown again."
          }
          value={text}
          onChange={(event) => enter(event.currentTarget.value)}
          disabled={isRemoved}
          maxLength={1_000}
          autoComplete="off"
          visible={isShown}
          onVisibilityChange={setShown}
          flex={1}
        />
        <Button variant="default" onClick={make} disabled={isRemoved}>
          Make one
        </Button>
      </Group>
      {hasSecret && (
        <Checkbox
          label="Take the secret away and sign nothing"
          checked={isRemoved}
          onChange={(event) => remove(event.currentTarget.checked)}
        />
      )}
    </>
  );
}
