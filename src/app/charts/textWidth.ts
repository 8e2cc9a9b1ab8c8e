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

/** A text of at most so many letters, the last one an ellipsis where there were more. */
export function shortened(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters
    ? text
    : `${all
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`;
}

/** A text cut to a width in CSS pixels, with an ellipsis. Leaves the context in that font. */
export function fittedText(context: Context, font: string, text: string, widest: number): string {
  let fitted = text;
  for (let letters = [...text].length - 1; letters > 0; letters--) {
    if (textWidth(context, font, fitted) <= widest) break;
    fitted = shortened(text, letters);
  }
  return fitted;
}
