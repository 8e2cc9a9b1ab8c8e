/** What is on the printed page besides its charts. */
export interface SheetContent {
  readonly levels: number;
  readonly changes: number;
  /** Lines of the table of policies compared, its head included; 0 where there is none. */
  readonly comparedLines: number;
  /** Policies drawn beside the present one. */
  readonly drawn: number;
  readonly caveats: readonly string[];
}

/** Letters of small print on a line beside the QR code. */
const LETTERS_A_LINE = 105;
/** Height of a line, in CSS pixels. */
const LINE = 16;
/** What fits beside charts of full height. */
const USUAL = { levels: 3, changes: 5, caveatLines: 4 } as const;
const FULL = { capability: 270, activity: 185 } as const;
const LEAST_CAPABILITY = 130;

/** Rows of the activity chart, and the lines of its labels at the end of each: the present policy, and two others a line. */
const ROWS = 4;
const LABEL_LINE = 14;
const AXIS = 24;

/** The least height at which no label of the activity chart lies on another. */
function leastActivity(drawn: number): number {
  const lines = 1 + Math.max(1, Math.ceil(drawn / 2));
  return ROWS * lines * LABEL_LINE + AXIS;
}

/** Heights of the two charts, in CSS pixels, so that all of the page is one sheet of A4. */
export function chartHeights({ levels, changes, comparedLines, drawn, caveats }: SheetContent): {
  readonly capability: number;
  readonly activity: number;
} {
  const caveatLines = caveats.reduce((sum, { length }) => sum + Math.ceil(length / LETTERS_A_LINE), 0);
  const more = (have: number, usual: number): number => Math.max(0, have - usual);
  const lines =
    more(levels, USUAL.levels) +
    more(changes, USUAL.changes) +
    more(caveatLines, USUAL.caveatLines) +
    comparedLines;
  const room = FULL.capability + FULL.activity - lines * LINE;
  const share = FULL.activity / (FULL.capability + FULL.activity);
  const activity = Math.max(leastActivity(drawn), Math.round(room * share));
  return { activity, capability: Math.max(LEAST_CAPABILITY, room - activity) };
}
