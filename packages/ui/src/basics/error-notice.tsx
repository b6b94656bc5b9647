import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import "./basics.css";

interface ErrorNoticeProps {
  /** What happened and why. */
  message: string;
  /** What to do about it. */
  remedy?: string | undefined;
  onRetry?: (() => void) | undefined;
  /** What to do instead of trying again. */
  action?: ReactNode;
}

/** An error in place of what it kept from loading. */
export function ErrorNotice({ message, remedy, onRetry, action }: ErrorNoticeProps) {
  return (
    <div className="assay-error" role="alert">
      <IconAlertTriangle size={16} aria-hidden className="assay-error-icon" />
      <div>
        <p className="assay-error-message">{message}</p>
        {remedy !== undefined && <p className="assay-error-remedy">{remedy}</p>}
      </div>
      {action !== undefined && <span className="assay-error-action">{action}</span>}
      {action === undefined && onRetry !== undefined && (
        <Button variant="default" size="compact-xs" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
