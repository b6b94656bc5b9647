export type MetricDirection = "up" | "down" | "unknown";

const DOWN = /(^|[^a-z])(loss|error|err|mae|mse|rmse|perplexity|ppl|wer|cer|latency|nll|logloss|regret)([^a-z]|$)/;
const UP = /(^|[^a-z])(acc|accuracy|f1|auc|auroc|precision|recall|score|reward|bleu|rouge|map|iou|dice|r2)([^a-z]|$)/;

/** Which way a metric improves, judged by the words in its key; unknown when none is telling. */
export function metricDirection(key: string): MetricDirection {
  const words = key.toLowerCase();
  if (DOWN.test(words)) return "down";
  return UP.test(words) ? "up" : "unknown";
}
