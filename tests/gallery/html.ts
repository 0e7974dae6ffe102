/** What both drawings share: escaped text, and a page with its style. */

/** Text as HTML shows it, letter by letter. */
export function escapeHtml(text: string): string {
  return text.replaceAll(
    /[&<>"]/gu,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
}

/** A whole page. `width` is in CSS pixels. */
export function htmlPage(body: string, style: string, width: number): string {
  return `<!doctype html><html><head><meta charset="utf-8"><style>
*{box-sizing:border-box}
body{margin:0;width:${width}px;position:relative;--fold:#f0575b}
.fold{position:absolute;left:0;width:100%;border-top:2px dashed var(--fold);color:var(--fold);font:600 11px sans-serif;text-align:right;padding-right:4px}
${style}</style></head><body>${body}</body></html>`;
}

/** A line at the end of each screen, so that one sees what is read without scrolling. Units: CSS pixels. */
export function foldLines(height: number, screen: number): string {
  const screens = Math.ceil(height / screen);
  return Array.from(
    { length: Math.max(0, screens - 1) },
    (_, index) => `<div class="fold" style="top:${(index + 1) * screen}px">screen ${index + 2}</div>`,
  ).join('');
}
