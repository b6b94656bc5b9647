import { IconLock, IconTag } from "@tabler/icons-react";
import "./models.css";

interface AliasBadgeProps {
  name: string;
  isProtected: boolean;
}

/** An alias; a lock when it moves only through a promotion. */
export function AliasBadge({ name, isProtected }: AliasBadgeProps) {
  const Icon = isProtected ? IconLock : IconTag;
  return (
    <span
      className="models-alias"
      title={isProtected ? `${name} is protected: it moves only through a promotion` : name}
    >
      <Icon size={12} aria-hidden />
      {name}
    </span>
  );
}
