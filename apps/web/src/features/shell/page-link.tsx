"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link within the app. Its page is fetched ahead when somebody reaches for it and not before: a screen full of links
 * would otherwise have the server draw every page behind them while its own data are still to come.
 */
export function PageLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  const [isReachedFor, setReachedFor] = useState(false);
  const reach = () => setReachedFor(true);
  return <Link onPointerEnter={reach} onFocus={reach} {...props} prefetch={isReachedFor ? null : false} />;
}
