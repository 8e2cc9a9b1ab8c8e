/** Everything the page says besides the names of parameters and results. */
import { alsoAndCosts, answer } from './page/answer';
import { activity, capability, time } from './page/charts';
import { colophon } from './page/colophon';
import { compare } from './page/compare';
import { bar, help } from './page/help';
import { levels } from './page/levels';
import { inWords, luck, scenario, settings } from './page/settings';
import { pages } from './page/pages';
import { print } from './page/print';
import { share } from './page/share';
import { units } from './page/units';

export const page = {
  name: 'RSP Simulator',
  units,
  scenario,
  settings,
  inWords,
  luck,
  answer,
  alsoAndCosts,
  capability,
  activity,
  levels,
  time,
  colophon,
  bar,
  help,
  compare,
  share,
  print,
  pages,
} as const;
