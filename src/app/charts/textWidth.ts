type Context = CanvasRenderingContext2D;

/** Texts change with the numbers in them; this many are more than a minute of dragging makes. */
const MOST_KEPT = 2000;

const widths = new Map<string, number>();

/** Width of a text in a font, in CSS pixels; each is measured once. Leaves the context in that font. */
export function textWidth(context: Context, font: string, text: string): number {
  context.font = font;
  const key = `${font}\n${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size >= MOST_KEPT) widths.clear();
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}
