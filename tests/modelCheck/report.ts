/** The model check: what it simulates, and what it says. */
import type {
  GoldenChange,
  LawId,
  LawTally,
  ModelCheckReport,
  RuleId,
  TriedScenario,
} from '../../src/app/method/modelCheck';
import { documentMessages } from '../../src/messages/documentMessages';
import { MODEL_VERSION } from '../../src/model/modelVersion';
import { add64, hex64, type Word64 } from '../../src/numbers/hash';
import { preset } from '../../src/scenario/presets';
import golden from '../golden/results.json';
import { laws } from '../support/monotoneLaws';
import { checkEnsemble, type Failure } from './ensembleInvariants';
import { checkExpectations, expectations } from './expectations';
import { goldenChange, previousResults } from './goldenChange';
import { basePresets, corners, nameOf, singleExtremes, type Input } from './inputs';
import { checkLaws } from './lawCheck';

const words = documentMessages.modelCheck;

const SEED = 'model check';
/** Futures of each scenario. */
const RUNS = 200;
/** Futures of each scenario that are traced event by event for a law. */
const TRACED_RUNS = 2;
const CORNERS = 100;

type Block = ModelCheckReport['blocks'][number];
type Broken = Failure & { readonly scenario: TriedScenario };

export interface CheckedBlock {
  readonly block: Block;
  readonly broken: readonly Broken[];
}

interface BlockInputs extends Pick<Block, 'preset' | 'kind'> {
  readonly inputs: readonly Input[];
}

/** The scenarios of the check in blocks, by preset and kind. */
export function blocksOfInputs(): readonly BlockInputs[] {
  const kinds = [
    ['one-end', singleExtremes()],
    ['many-ends', corners(CORNERS)],
  ] as const;
  return kinds.flatMap(([kind, inputs]) =>
    basePresets.map((id) => ({
      preset: id,
      kind,
      inputs: inputs.filter(({ tried }) => tried.preset === id),
    })),
  );
}

/** Simulates the scenarios of a block and holds them against every rule. */
export function checkBlock({ inputs, ...names }: BlockInputs): CheckedBlock {
  let fingerprint: Word64 = { high: 0, low: 0 };
  const broken: Broken[] = [];
  for (const { tried, scenario } of inputs) {
    const checked = checkEnsemble(scenario, SEED, RUNS);
    fingerprint = add64(fingerprint, checked.fingerprint);
    broken.push(...checked.failures.map((failure) => ({ scenario: tried, ...failure })));
  }
  return { block: { ...names, scenarios: inputs.length, fingerprint: hex64(fingerprint) }, broken };
}

/** Every n-th of a list. */
function sample<T>(list: readonly T[], n: number): readonly T[] {
  return list.filter((_, i) => i % n === 0);
}

/** Scenarios on which laws are tried, with traces. */
function lawInputs(): readonly Input[] {
  return blocksOfInputs().flatMap(({ inputs }, i) => sample(inputs, i < basePresets.length ? 5 : 2));
}

/** Tries the laws of those ids, or all. */
export function checkedLaws(ids?: readonly LawId[]): ModelCheckReport['laws'] {
  return checkLaws(lawInputs(), SEED, TRACED_RUNS, ids).map((result) => {
    const { why } = laws.find(({ id }) => id === result.law) ?? { why: null };
    return { ...result, why: result.asTheLabResponds.against > 0 ? why : null };
  });
}

function checkedExpectations(): ModelCheckReport['expectations'] {
  const unchanged = basePresets.map((id): Input => ({
    tried: { preset: id, change: null },
    scenario: preset(id),
  }));
  const others = blocksOfInputs().flatMap(({ inputs }, i) => sample(inputs, i < basePresets.length ? 7 : 3));
  return checkExpectations([...unchanged, ...others], SEED, RUNS).map((result) => ({
    ...result,
    why: result.more > 0 ? expectations[result.expectation].why : null,
  }));
}

export function checkedGolden(): GoldenChange {
  return goldenChange(previousResults(), golden);
}

export function modelCheck(): ModelCheckReport {
  const checked = blocksOfInputs().map(checkBlock);
  const broken = checked.flatMap((each) => each.broken);
  const scenarios = checked.reduce((sum, { block }) => sum + block.scenarios, 0);
  return {
    modelVersion: MODEL_VERSION,
    seed: SEED,
    runs: RUNS,
    tracedRuns: TRACED_RUNS,
    blocks: checked.map(({ block }) => block),
    invariants: (Object.keys(words.rules) as RuleId[]).map((rule) => ({
      rule,
      scenarios,
      broken: broken
        .filter((failure) => failure.rule === rule)
        .map(({ scenario, run, found }) => ({ scenario, run, found })),
    })),
    laws: checkedLaws(),
    expectations: checkedExpectations(),
    golden: checkedGolden(),
  };
}

/** Everything in a report that needs a person: rules broken, and laws and expectations that fail unexplained. */
export function problemsOf({
  runs,
  invariants,
  laws: tried,
  expectations: held,
}: ModelCheckReport): readonly string[] {
  const ofRules = invariants.flatMap(({ rule, broken }) =>
    broken.map(
      ({ scenario, run, found }) =>
        `${words.rules[rule]} (${rule}) ${nameOf(scenario)}, run ${run ?? 'any'}: ${found}`,
    ),
  );
  const firstOf = ({ first }: LawTally): string | null =>
    first === null ? null : `${nameOf(first.scenario)}, run ${first.run}: ${first.look}`;
  const ofLaws = tried.flatMap(({ law, withoutFeedback, asTheLabResponds, why }) => {
    const [without, responding] = [firstOf(withoutFeedback), firstOf(asTheLabResponds)];
    return [
      ...(without === null ? [] : [`${words.laws[law]} Without feedback: ${without}`]),
      ...(responding === null || why !== null ? [] : [`${words.laws[law]} ${responding}`]),
    ];
  });
  const ofExpectations = held.flatMap(({ expectation, worst, why }) =>
    worst === null || why !== null
      ? []
      : [
          `${words.expectations[expectation]} ${words.held.worst(nameOf(worst.scenario), worst.before, worst.after, runs)}`,
        ],
  );
  return [...ofRules, ...ofLaws, ...ofExpectations];
}
