import fc from 'fast-check';
import { parsePublicId, publicIds, thresholdCount } from '../../src/parameters/parameters';
import { scenarioKeys } from '../../src/parameters/publicId';
import { decodeScenario } from '../../src/scenario/decode';
import { provenanceAfter } from '../../src/scenario/difference';
import { newLevel } from '../../src/scenario/levels';
import { flaggedKinds, rankedKinds, type FutureKind } from '../../src/scenario/futureKinds';
import type { LinkContent, LinkedPolicy } from '../../src/scenario/link';
import { withValueAt } from '../../src/scenario/path';
import { preset, presetIds } from '../../src/scenario/presets';
import type { Scenario, Threshold } from '../../src/scenario/scenario';
import { arbitraryLine, arbitraryValue } from './arbitraryScenario';

/** What a person does with the levels of a scenario. */
type LevelEdit = (levels: readonly Threshold[]) => readonly Threshold[];

const anyPlace = fc.nat(1000);

const removeLevel = anyPlace.map(
  (at): LevelEdit =>
    (levels) =>
      levels.filter((_, index) => index !== at % levels.length),
);

const addLevel = fc.tuple(anyPlace, arbitraryLine(40), fc.boolean()).map(
  ([at, name, isNamed]): LevelEdit =>
    (levels) =>
      levels.toSpliced(at % (levels.length + 1), 0, isNamed ? { ...newLevel, name } : newLevel),
);

const renameLevel = fc.tuple(anyPlace, arbitraryLine(40)).map(
  ([at, name]): LevelEdit =>
    (levels) =>
      levels.map((level, index) => (index === at % levels.length ? { ...level, name } : level)),
);

const moveLevel = fc.tuple(anyPlace, anyPlace).map(([from, to]): LevelEdit => (levels) => {
  const moved = levels[from % levels.length];
  const others = levels.filter((level) => level !== moved);
  return moved === undefined ? levels : others.toSpliced(to % levels.length, 0, moved);
});

const levelEdit = fc.oneof(removeLevel, addLevel, renameLevel, moveLevel);

/** A parameter's id and a value for it, of all that a link can carry. */
const anySetting = fc
  .constantFrom(...publicIds(thresholdCount.max).filter((id) => id !== 'history'))
  .chain((id) => arbitraryValue(parsePublicId(id)!.id, { maxHorizon: 520 }).map((value) => ({ id, value })));

/** A scenario changed as a page changes it: its values say where they come from as far as they are the preset's. */
export function changedFrom(base: Scenario, scenario: Scenario): Scenario | null {
  const decoded = decodeScenario({ ...scenario, provenance: provenanceAfter(base, scenario) });
  return decoded.ok ? decoded.scenario : null;
}

/** A preset with up to so many settings changed, and levels removed, added, renamed and moved. */
export function arbitraryLinkedPolicy(maxChanges: number): fc.Arbitrary<LinkedPolicy> {
  return fc
    .tuple(
      fc.constantFrom(...presetIds),
      fc.array(levelEdit, { maxLength: 3 }),
      fc.array(anySetting, { maxLength: maxChanges }),
    )
    .map(([presetId, edits, settings]) => {
      const base = preset(presetId);
      const thresholds = edits.reduce<readonly Threshold[]>((levels, edit) => edit(levels), base.thresholds);
      const scenario = settings
        .filter(({ id }) => (parsePublicId(id)!.level ?? 0) <= thresholds.length)
        .reduce<Scenario>(
          (changed, { id, value }) => withValueAt(changed, scenarioKeys(parsePublicId(id)!), value),
          { ...base, thresholds },
        );
      return { presetId, scenario: changedFrom(base, scenario) };
    })
    .filter((policy): policy is LinkedPolicy => policy.scenario !== null);
}

const anySeed = fc.oneof(
  { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }) },
  { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme-ascii' }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: fc.constantFrom('a', '\ud800', '\udc00') }) },
);

/** Everything that a page may want to put into a link; some of it does not fit. */
export const arbitraryLinkContent: fc.Arbitrary<LinkContent> = fc
  .record({
    policy: arbitraryLinkedPolicy(8),
    seed: anySeed,
    run: fc.oneof(fc.nat(20), fc.nat(9_999_999)),
    compared: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(arbitraryLinkedPolicy(3), { minLength: 1, maxLength: 3 }) },
    ),
    view: fc.record({
      embed: fc.boolean(),
      open: fc.constantFrom<LinkContent['view']['open'][]>(
        null,
        'world',
        'limits',
        'protections',
        'evaluation',
        'response',
        'accountability',
      ),
      kind: fc.constantFrom<FutureKind[]>('any', ...rankedKinds, ...flaggedKinds),
      isTold: fc.boolean(),
      isKnownOnly: fc.boolean(),
      // Within the shortest horizon that there is.
      week: fc.option(fc.nat(26)),
    }),
    modelVersion: fc.constantFrom('1.0.0', '2.10.3'),
    fingerprint: fc.option(fc.stringMatching(/^[0-9a-f]{16}$/)),
  })
  .map(({ policy, ...rest }) => ({ ...policy, ...rest }));
