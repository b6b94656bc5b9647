export type PreviewKind = "image" | "markdown" | "text" | "none";

const IMAGES = /\.(png|jpe?g|gif|webp|avif|bmp)$/i;
const MARKDOWN = /\.(md|markdown)$/i;
const TEXT =
  /(^|\/)(MLmodel|Dockerfile|Makefile|LICENSE|README)$|\.(txt|log|json|jsonl|csv|tsv|ya?ml|toml|ini|cfg|py|ipynb|ts|js|mjs|sh|sql|html|css|xml|svg|diff|patch|env|lock)$/i;

/** How a file can be shown in the page, judged by its name. Markup is shown as text and never run. */
export function previewKind(name: string): PreviewKind {
  if (IMAGES.test(name)) return "image";
  if (MARKDOWN.test(name)) return "markdown";
  return TEXT.test(name) ? "text" : "none";
}
