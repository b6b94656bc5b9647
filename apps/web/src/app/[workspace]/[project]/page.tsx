import type { Metadata } from "next";
import { ExperimentsScreen } from "../../../features/experiments/experiments-screen.tsx";

export const metadata: Metadata = { title: "Experiments" };

export default function ExperimentsPage() {
  return <ExperimentsScreen />;
}
