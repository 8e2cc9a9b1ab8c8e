/**
 * The UTF-8 bytes of a text, as TextEncoder gives them: a surrogate without its partner becomes U+FFFD.
 *
 * Written out because bare JavaScript shells, in which results are compared too, have no TextEncoder. A lone
 * surrogate cannot be written to a UTF-8 file or a link; replacing it here gives the same bytes before and
 * after.
 */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const scalar = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (scalar < 0x80) {
      bytes.push(scalar);
    } else if (scalar < 0x800) {
      bytes.push(0xc0 | (scalar >> 6), continuation(scalar));
    } else if (scalar < 0x10000) {
      bytes.push(0xe0 | (scalar >> 12), continuation(scalar >> 6), continuation(scalar));
    } else {
      bytes.push(
        0xf0 | (scalar >> 18),
        continuation(scalar >> 12),
        continuation(scalar >> 6),
        continuation(scalar),
      );
    }
  }
  return bytes;
}

/** A continuation byte: 10xxxxxx with the six lowest bits of its argument. */
function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
