import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "../../features/auth/sign-in-form.tsx";
import { webBridge } from "../../server/bridge.ts";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Only a path of this instance may follow a sign-in, never another site. */
function returnPath(wanted: string | string[] | undefined): string {
  return typeof wanted === "string" && /^\/(?![/\\])/.test(wanted) ? wanted : "/";
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { returnTo } = await searchParams;
  const sent = new Headers(await headers());
  const bridge = webBridge();
  if ((await bridge.session(sent)) !== null) redirect(returnPath(returnTo));
  if (!(await bridge.setup()).isComplete) redirect("/setup");
  return <SignInForm returnTo={returnPath(returnTo)} />;
}
