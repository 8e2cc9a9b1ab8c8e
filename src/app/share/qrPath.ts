import { correction, generate } from 'lean-qr';

export interface QrPath {
  /** Modules a side, without the quiet zone. */
  readonly size: number;
  /** The dark modules as an SVG path, one unit a module. */
  readonly path: string;
}

/** A text as a QR code that survives some dirt (level M); null where it is too long for one. */
export function qrPath(text: string): QrPath | null {
  let code: ReturnType<typeof generate>;
  try {
    code = generate(text, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.Q });
  } catch {
    return null;
  }
  const { size } = code;
  const runs: string[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!code.get(x, y)) continue;
      const from = x;
      while (x < size && code.get(x, y)) x++;
      runs.push(`M${from} ${y}h${x - from}v1h-${x - from}z`);
    }
  }
  return { size, path: runs.join('') };
}
