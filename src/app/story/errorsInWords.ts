import { readingErrors, type EvaluationReport } from '../../engine/reports';
import type { RunTrace } from '../../engine/simulateRun';
import { storyMessages } from '../../messages/storyMessages';
import { multipleText } from '../people/capabilityText';

const words = storyMessages.cause.errors;

/** Errors below this many doublings (7 in 100) go unsaid. */
const WORTH_SAYING = 0.1;

/** Why a report read level k higher or lower than the truth, as the end of a sentence each; the largest first. */
export function errorsInWords(
  trace: Pick<RunTrace, 'lab'>,
  report: EvaluationReport,
  k: number,
): readonly string[] {
  const { elicitation, bias, suite, chance } = readingErrors(trace, report, k);
  const times = (doublings: number): string => multipleText(2 ** Math.abs(doublings));
  const all = [
    {
      size: elicitation,
      text:
        elicitation < 0 ? words.elicitation(times(elicitation)) : words.overElicitation(times(elicitation)),
    },
    { size: bias, text: words.bias(times(bias)) },
    { size: suite, text: words.suite(times(suite), suite < 0) },
    { size: chance, text: words.chance(times(chance), chance < 0) },
  ];
  return all
    .filter(({ size }) => Math.abs(size) >= WORTH_SAYING)
    .sort((one, other) => Math.abs(other.size) - Math.abs(one.size))
    .map(({ text }) => text);
}
