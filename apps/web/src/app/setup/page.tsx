import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { SetupForm } from "../../features/auth/setup-form.tsx";
import { SetupNeedsLink } from "../../features/auth/setup-needs-link.tsx";
import { webBridge } from "../../server/bridge.ts";

// The one-time token stands in the address: it must not travel on as a referrer.
export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

interface SetupPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function SetupPage({ searchParams }: SetupPageProps) {
  await connection();
  if ((await webBridge().setup()).isComplete) redirect("/sign-in");
  const { token } = await searchParams;
  return typeof token === "string" && token !== "" ? <SetupForm token={token} /> : <SetupNeedsLink />;
}
