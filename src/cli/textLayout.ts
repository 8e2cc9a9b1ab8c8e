/** Breaks a text into lines of at most `width` characters, between words; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Wraps a text to lines of at most `width` characters, each after `indent` spaces, later ones after `hanging`. */
export function paragraph(text: string, width: number, indent = 0, hanging = indent): string {
  return wrap(text, width - hanging)
    .map((line, at) => ' '.repeat(at === 0 ? indent : hanging) + line)
    .join('\n');
}

/** Pairs of a name and a text as two columns, the texts wrapped to `width` characters in all. */
export function definitions(pairs: readonly (readonly [string, string])[], width: number): string {
  const column = Math.max(...pairs.map(([name]) => name.length)) + 4;
  return pairs
    .map(([name, text]) => {
      const lines = wrap(text, width - column);
      return lines.map((line, at) => (at === 0 ? `  ${name}` : '').padEnd(column) + line).join('\n');
    })
    .join('\n');
}

/** A text cut to `length` characters, its last an ellipsis where something was cut. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** An argument as a POSIX shell takes it back. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
