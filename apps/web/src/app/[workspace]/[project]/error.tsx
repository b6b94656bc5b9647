"use client";

import { BrokenPage, type BrokenPageProps } from "../../../features/shell/broken-page.tsx";

export default function ErrorPage(props: BrokenPageProps) {
  return <BrokenPage {...props} />;
}
