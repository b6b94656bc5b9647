import { Skeleton } from "@mantine/core";
import "./basics.css";

interface SkeletonRowsProps {
  rows: number;
  /** Height of a row in pixels, as it will be with data in it. */
  height?: number;
}

/** Holds the place of a list while it loads, at the size it will have. */
export function SkeletonRows({ rows, height = 32 }: SkeletonRowsProps) {
  return (
    <div aria-busy="true" aria-label="Loading" role="status">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="assay-skeleton-row" style={{ height }}>
          <Skeleton height={10} width={`${64 - ((index * 13) % 34)}%`} radius="xs" />
        </div>
      ))}
    </div>
  );
}
