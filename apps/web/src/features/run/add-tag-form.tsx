"use client";

import { Button, TextInput } from "@mantine/core";
import type { FormEvent } from "react";

/** Sets one tag; an existing key takes the new value. */
export function AddTagForm({ onAdd }: { onAdd: (key: string, value: string) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    onAdd(String(data.get("key")).trim(), String(data.get("value") ?? ""));
    form.reset();
  };
  return (
    <form className="run-add-tag" onSubmit={submit}>
      <TextInput aria-label="Tag key" placeholder="key" name="key" required maxLength={250} />
      <TextInput aria-label="Tag value" placeholder="value" name="value" maxLength={8_000} />
      <Button type="submit" variant="default">
        Add tag
      </Button>
    </form>
  );
}
