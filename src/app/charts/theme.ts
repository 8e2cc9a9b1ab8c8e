import { letters, type Letter } from '../compare/letters';

/** A policy's line and, while it is the present one, its bands. */
export interface PolicyColours {
  readonly line: string;
  readonly innerBand: string;
  readonly outerBand: string;
}

/** Colours and type of the charts, read from the page's style. */
export interface ChartTheme {
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly paper: string;
  readonly danger: string;
  readonly dangerZone: string;
  /** Of the worst outcome, wherever it is shown. */
  readonly unsafe: string;
  /** Of the policy that is shown, where none is compared with it. */
  readonly present: PolicyColours;
  readonly policies: Readonly<Record<Letter, PolicyColours>>;
  readonly fontFamily: string;
}

/** The chart theme in force on the page. */
export function readChartTheme(): ChartTheme {
  const style = getComputedStyle(document.body);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const policy = (letter: Letter): PolicyColours => {
    const name = `policy-${letter.toLowerCase()}`;
    return {
      line: token(name),
      innerBand: token(`${name}-inner`),
      outerBand: token(`${name}-outer`),
    };
  };
  return {
    ink: token('ink'),
    muted: token('ink-muted'),
    grid: token('chart-grid'),
    paper: token('paper'),
    danger: token('chart-danger'),
    dangerZone: token('chart-danger-zone'),
    unsafe: token('unsafe-deployment'),
    present: {
      line: token('chart-truth'),
      innerBand: token('chart-band-inner'),
      outerBand: token('chart-band-outer'),
    },
    policies: Object.fromEntries(letters.map((letter) => [letter, policy(letter)])) as Record<
      Letter,
      PolicyColours
    >,
    fontFamily: style.fontFamily,
  };
}

/** The chart theme of paper, whatever the page's: nothing is painted in between. */
export function readPaperTheme(): ChartTheme {
  const root = document.documentElement;
  const isPrinting = root.hasAttribute('data-printing');
  root.toggleAttribute('data-printing', true);
  const theme = readChartTheme();
  root.toggleAttribute('data-printing', isPrinting);
  return theme;
}
