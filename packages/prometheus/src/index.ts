export { isScraper } from "./is-scraper.ts";
export { LabelledCounter } from "./labelled-counter.ts";
export { Monitor, type MonitorStatus } from "./monitor.ts";
