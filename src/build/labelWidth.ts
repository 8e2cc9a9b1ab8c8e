/**
 * Widths of letters, in parts of the text's size: the widest among the faces that the page may be set in (DejaVu Sans
 * Condensed, Noto Sans, Segoe UI, Roboto), semibold.
 */
const classes = [
  { letters: "ijl.,:;'’| ", width: 0.36 },
  { letters: 'frt', width: 0.46 },
  { letters: 'mwMW', width: 0.98 },
  { letters: 'ABCDEFGHIJKLNOPQRSTUVXYZ', width: 0.8 },
] as const;
const OTHER = 0.66;

/** Room that a label needs at most, in parts of its text's size. */
export function labelWidth(label: string): number {
  return [...label].reduce((sum, letter) => {
    const found = classes.find(({ letters }) => letters.includes(letter));
    return sum + (found?.width ?? OTHER);
  }, 0);
}
