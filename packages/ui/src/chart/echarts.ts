import { CustomChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([LineChart, CustomChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** ECharts with only the parts we draw with. */
export const initChart = init;
