"use client";

import { ErrorNotice } from "@assay/ui";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { AuthCard } from "./auth-card.tsx";

const REFUSED = {
  message: "E-mail or password is wrong.",
  remedy: "Check both. An administrator of your workspace can set a new password.",
};
const UNREACHED = { message: "The server did not answer.", remedy: "Check that it is running, then try again." };

/** E-mail and password for people who have been here before. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const [failure, setFailure] = useState<typeof REFUSED | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    const result = await signIn("credentials", {
      email: form.get("email"),
      password: form.get("password"),
      redirect: false,
    }).catch(() => null);
    // A full load, so that nothing of an earlier visitor's state stays in memory.
    if (result?.ok === true && !result.error) return window.location.assign(returnTo);
    setFailure(result === null || result === undefined ? UNREACHED : REFUSED);
    setBusy(false);
  };

  return (
    <AuthCard title="Sign in" note="With the e-mail address and password of your account on this instance.">
      <form className="auth-form" onSubmit={(event) => void submit(event)}>
        <TextInput label="E-mail" name="email" type="email" autoComplete="username" required autoFocus size="sm" />
        <PasswordInput label="Password" name="password" autoComplete="current-password" required size="sm" />
        {failure !== null && <ErrorNotice {...failure} />}
        <Button type="submit" size="sm" loading={isBusy}>
          Sign in
        </Button>
      </form>
    </AuthCard>
  );
}
