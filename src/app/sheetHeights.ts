/** What is on the printed page besides its charts. */
export interface SheetContent {
  readonly levels: number;
  readonly changes: number;
  readonly findings: number;
  readonly caveats: readonly string[];
}

/** Letters of small print on a line beside the QR code. */
const LETTERS_A_LINE = 105;
/** Height of a line, in CSS pixels. */
const LINE = 16;
/** What fits beside charts of full height. */
const USUAL = { levels: 3, changes: 7, caveatLines: 4 } as const;
const FULL = { capability: 270, activity: 165 } as const;
const LEAST = { capability: 150, activity: 95 } as const;

/** Heights of the two charts, in CSS pixels, so that all of the page is one sheet of A4. */
export function chartHeights({ levels, changes, findings, caveats }: SheetContent): {
  readonly capability: number;
  readonly activity: number;
} {
  const caveatLines = caveats.reduce((sum, { length }) => sum + Math.ceil(length / LETTERS_A_LINE), 0);
  const more = (have: number, usual: number): number => Math.max(0, have - usual);
  const lines =
    more(levels, USUAL.levels) +
    more(changes, USUAL.changes) +
    more(caveatLines, USUAL.caveatLines) +
    (findings === 0 ? 0 : findings + 2);
  const missing = lines * LINE;
  const { capability, activity } = FULL;
  const share = capability / (capability + activity);
  return {
    capability: Math.max(LEAST.capability, Math.round(capability - missing * share)),
    activity: Math.max(LEAST.activity, Math.round(activity - missing * (1 - share))),
  };
}
