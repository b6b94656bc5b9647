import type { ChunkStatus } from "@assay/contract";
import { FactList, formatBytes, formatCount, Section } from "@assay/ui";

/** Points at rest and what they take. */
export function ChunksSection({ chunks }: { chunks: ChunkStatus }) {
  const about = chunks.isEstimate ? "about " : "";
  const { pointsPerChunk, bytesPerPoint } = chunks;
  const facts = [
    { label: "Points", value: about + formatCount(chunks.points) },
    { label: "Chunks", value: about + formatCount(chunks.chunks) },
    { label: "Points a chunk", value: pointsPerChunk === null ? "–" : formatCount(pointsPerChunk) },
    { label: "Bytes a point", value: bytesPerPoint === null ? "–" : bytesPerPoint.toFixed(1) },
    { label: "Rows", value: formatBytes(chunks.heapBytes) },
    { label: "Packed columns", value: formatBytes(chunks.toastBytes) },
    { label: "Indexes", value: formatBytes(chunks.indexBytes) },
    { label: "Summaries", value: formatBytes(chunks.summaryBytes) },
  ];
  return (
    <Section title="Chunks" aside={chunks.isEstimate ? "counted on a sample" : undefined}>
      <FactList facts={facts} />
    </Section>
  );
}
