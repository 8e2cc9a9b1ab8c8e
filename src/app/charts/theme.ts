/** Colours and type of the charts, read from the page's style. */
export interface ChartTheme {
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly paper: string;
  readonly truth: string;
  readonly innerBand: string;
  readonly outerBand: string;
  readonly danger: string;
  readonly held: string;
  readonly fontFamily: string;
}

const tokens = {
  ink: '--ink',
  muted: '--ink-muted',
  grid: '--chart-grid',
  paper: '--paper',
  truth: '--chart-truth',
  innerBand: '--chart-band-inner',
  outerBand: '--chart-band-outer',
  danger: '--chart-danger',
  held: '--chart-held',
} as const satisfies Record<Exclude<keyof ChartTheme, 'fontFamily'>, `--${string}`>;

/** The chart theme in force on the page. */
export function readChartTheme(): ChartTheme {
  const style = getComputedStyle(document.body);
  const colours = Object.entries(tokens).map(([key, token]) => [key, style.getPropertyValue(token).trim()]);
  return { ...(Object.fromEntries(colours) as Omit<ChartTheme, 'fontFamily'>), fontFamily: style.fontFamily };
}
