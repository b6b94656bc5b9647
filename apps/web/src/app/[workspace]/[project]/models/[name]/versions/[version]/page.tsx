import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VersionScreen } from "../../../../../../../features/models/version-screen.tsx";

export const metadata: Metadata = { title: "Model version" };

export default async function VersionPage({ params }: { params: Promise<{ name: string; version: string }> }) {
  const { name, version } = await params;
  if (!/^[1-9]\d{0,8}$/.test(version)) notFound();
  return <VersionScreen name={decodeURIComponent(name)} version={Number(version)} />;
}
