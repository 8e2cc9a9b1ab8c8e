/** Everything the page says besides the names of parameters and results. */
import { answer } from './page/answer';
import { activity, capability, time } from './page/charts';
import { colophon } from './page/colophon';
import { levels } from './page/levels';
import { inWords, luck, scenario, settings } from './page/settings';
import { units } from './page/units';

export const page = {
  name: 'RSP Simulator',
  units,
  scenario,
  settings,
  inWords,
  luck,
  answer,
  capability,
  activity,
  levels,
  time,
  colophon,
} as const;
