import type { Metadata } from "next";
import { ProjectSettingsScreen } from "../../../../features/project-settings/project-settings-screen.tsx";

export const metadata: Metadata = { title: "Project settings" };

export default function ProjectSettingsPage() {
  return <ProjectSettingsScreen />;
}
