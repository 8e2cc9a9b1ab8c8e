import { messages } from '../../messages/messages';
import { parameterOf, type Uncertain } from '../../parameters/parameters';
import type { Scenario, Threshold } from '../../scenario/scenario';
import { capabilityText, multipleText } from '../people/capabilityText';
import { mannerOf } from '../people/manner';
import { spanText } from '../people/spanText';
import type { WorldGroup } from './policySettings';
import { middleOf } from './uncertainValue';

const words = messages.page.settings.world;

type UncertainId = {
  [Id in keyof Scenario['world']]: Scenario['world'][Id] extends Uncertain ? Id : never;
}[keyof Scenario['world']];

/** A number of the world in a few words; of one that differs from future to future, its ends. */
function said({ world, scale }: Scenario, id: UncertainId): string {
  const definition = parameterOf(id)?.definition;
  if (definition?.kind !== 'number') throw new Error(`${id} is no number`);
  const say = mannerOf(id, definition, scale).words;
  const value: Uncertain = world[id];
  return typeof value === 'number' ? say(value) : words.range(say(value.low), say(value.high));
}

/** Where the rival is, most likely: "1.4x behind". */
function rivalPlace({ world }: Scenario): string {
  const lead = middleOf(world.rivalLead);
  if (lead === 0) return words.level;
  const multiple = multipleText(2 ** Math.abs(lead));
  return lead > 0 ? words.ahead(multiple) : words.behind(multiple);
}

/** How evaluations read on average: "reads 2x too low". */
function reading({ world }: Scenario): string {
  const { readsLow, readsHigh, readsTrue } = messages.page.settings.numbers;
  const gap = middleOf(world.elicitationGap);
  if (gap === 0) return readsTrue;
  const multiple = multipleText(2 ** Math.abs(gap));
  return gap > 0 ? readsLow(multiple) : readsHigh(multiple);
}

/** What the world is like in a few words. */
export function worldInWords(scenario: Scenario): string {
  return words.list([said(scenario, 'growth'), reading(scenario), words.rival(rivalPlace(scenario))]);
}

/** One group of the world's assumptions in a few words. */
export function worldGroupInWords(scenario: Scenario, group: WorldGroup): string {
  const { world } = scenario;
  switch (group) {
    case 'growth': {
      const recorded = world.history?.at(-1)?.week;
      const growth = said(scenario, 'growth');
      return recorded === undefined
        ? words.list([growth, words.inJumps(said(scenario, 'jumpShare'))])
        : words.list([words.recordedUntil(spanText(recorded)), growth]);
    }
    case 'releases':
      return words.list([
        words.everyRelease(spanText(world.releaseInterval)),
        words.releaseAge(spanText(world.releaseLag)),
      ]);
    case 'evaluation':
      return words.list([reading(scenario), words.danger(said(scenario, 'dangerUncertainty'))]);
    case 'protections':
      return words.failAtOnce(said(scenario, 'inadequacy'));
    case 'rival':
      return words.list([rivalPlace(scenario), said(scenario, 'rivalGrowth')]);
    case 'counting':
      return spanText(world.horizon);
  }
}

/** What the world says of a level in a few words: its danger point and the times to build its protections. */
export function levelWorldInWords(
  { danger, leadTime, protectedAtStart }: Threshold,
  { scale }: Scenario,
): string {
  const place = words.dangerAt(capabilityText(danger, scale));
  if (protectedAtStart) return words.list([place, words.protected]);
  const time = (weeks: number | null): string => (weeks === null ? words.notBuilt : spanText(weeks));
  return words.list([place, words.built(time(leadTime.security), time(leadTime.deployment))]);
}
