import type { CustomSeriesOption } from "echarts/charts";
import type { BandSegment } from "./band-segments.ts";

type RenderItem = NonNullable<CustomSeriesOption["renderItem"]>;

/** Draws areas behind a line. One data item is one segment, so that the axes know its extent. */
export function bandSeries(id: string, segments: readonly BandSegment[], colour: string): CustomSeriesOption {
  const renderItem: RenderItem = (params, api) => {
    const points = (segments[params.dataIndex]?.outline ?? []).map((point) => api.coord(point));
    return { type: "polygon", shape: { points }, style: { fill: colour, opacity: 0.18 }, silent: true };
  };
  return {
    id: `${id}:band`,
    type: "custom",
    silent: true,
    clip: true,
    z: 1,
    tooltip: { show: false },
    encode: { x: [0, 1], y: [2, 3], tooltip: [] },
    data: segments.map((segment) => segment.extent),
    renderItem,
  };
}
