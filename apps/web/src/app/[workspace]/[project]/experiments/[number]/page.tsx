import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RunsScreen } from "../../../../../features/runs/runs-screen.tsx";

export const metadata: Metadata = { title: "Runs" };

export default async function ExperimentPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  if (!/^\d{1,9}$/.test(number)) notFound();
  return <RunsScreen key={number} experiment={Number(number)} />;
}
