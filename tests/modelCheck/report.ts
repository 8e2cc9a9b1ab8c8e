/** The model check: what it simulates, and what it says. */
import { MODEL_VERSION } from '../../src/model/modelVersion';
import { add64, hex64, type Word64 } from '../../src/numbers/hash';
import { preset } from '../../src/scenario/presets';
import golden from '../golden/results.json';
import { laws } from '../support/monotoneLaws';
import { checkEnsemble, ruleTexts, type Failure } from './ensembleInvariants';
import { checkExpectations, expectations, type ExpectationResult } from './expectations';
import { goldenChange, previousResults, type GoldenChange } from './goldenChange';
import { basePresets, corners, singleExtremes, type Input } from './inputs';
import { checkLaws, type LawResult } from './lawCheck';

const SEED = 'model check';
/** Futures of each scenario. */
const RUNS = 200;
/** Futures of each scenario that are traced event by event for a law. */
const TRACED_RUNS = 2;
const CORNERS = 100;

/** Scenarios that are simulated together, and the sum of their fingerprints. */
export interface Block {
  readonly preset: string;
  readonly kind: 'one input at an end of its range' | 'many inputs at ends of their ranges';
  readonly scenarios: number;
  readonly fingerprint: string;
}

export interface RuleResult {
  readonly rule: string;
  readonly says: string;
  readonly scenarios: number;
  readonly broken: readonly (Omit<Failure, 'rule'> & { readonly scenario: string })[];
}

export interface ModelCheck {
  readonly modelVersion: string;
  readonly seed: string;
  readonly runs: number;
  readonly tracedRuns: number;
  readonly blocks: readonly Block[];
  readonly invariants: readonly RuleResult[];
  /** `why`: where a law does not hold. */
  readonly laws: readonly (LawResult & { readonly why: string | null })[];
  readonly expectations: readonly (ExpectationResult & {
    readonly says: string;
    readonly why: string | null;
  })[];
  readonly golden: GoldenChange;
}

type Broken = Failure & { readonly scenario: string };

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
    ['one input at an end of its range', singleExtremes()],
    ['many inputs at ends of their ranges', corners(CORNERS)],
  ] as const;
  return kinds.flatMap(([kind, inputs]) =>
    basePresets.map((id) => ({
      preset: id,
      kind,
      inputs: inputs.filter(({ name }) => name.startsWith(`${id} `)),
    })),
  );
}

/** Simulates the scenarios of a block and holds them against every rule. */
export function checkBlock({ inputs, ...names }: BlockInputs): CheckedBlock {
  let fingerprint: Word64 = { high: 0, low: 0 };
  const broken: Broken[] = [];
  for (const { name, scenario } of inputs) {
    const checked = checkEnsemble(scenario, SEED, RUNS);
    fingerprint = add64(fingerprint, checked.fingerprint);
    broken.push(...checked.failures.map((failure) => ({ scenario: name, ...failure })));
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

/** Tries the laws of those names, or all. */
export function checkedLaws(names?: readonly string[]): ModelCheck['laws'] {
  return checkLaws(lawInputs(), SEED, TRACED_RUNS, names).map((result) => {
    const { why } = laws.find(({ name }) => name === result.law) ?? { why: null };
    return { ...result, why: result.asTheLabResponds.against > 0 ? why : null };
  });
}

function checkedExpectations(): ModelCheck['expectations'] {
  const unchanged = basePresets.map((id) => ({ name: id, scenario: preset(id) }));
  const others = blocksOfInputs().flatMap(({ inputs }, i) => sample(inputs, i < basePresets.length ? 7 : 3));
  return checkExpectations([...unchanged, ...others], SEED, RUNS).map((result, i) => {
    const expectation = expectations[i];
    if (expectation?.id !== result.expectation) throw new Error(`no expectation ${result.expectation}`);
    const { says, why } = expectation;
    return { ...result, says, why: result.more > 0 ? why : null };
  });
}

export function checkedGolden(): GoldenChange {
  return goldenChange(previousResults(), golden);
}

export function modelCheck(): ModelCheck {
  const checked = blocksOfInputs().map(checkBlock);
  const broken = checked.flatMap((each) => each.broken);
  const scenarios = checked.reduce((sum, { block }) => sum + block.scenarios, 0);
  return {
    modelVersion: MODEL_VERSION,
    seed: SEED,
    runs: RUNS,
    tracedRuns: TRACED_RUNS,
    blocks: checked.map(({ block }) => block),
    invariants: Object.entries(ruleTexts).map(([rule, says]) => ({
      rule,
      says,
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
export function problemsOf({ invariants, laws: tried, expectations: held }: ModelCheck): readonly string[] {
  const ofRules = invariants.flatMap(({ rule, broken }) =>
    broken.map(({ scenario, run, found }) => `${rule}: ${scenario}, run ${run ?? 'any'}: ${found}`),
  );
  const ofLaws = tried.flatMap(({ law, withoutFeedback, asTheLabResponds, why }) => [
    ...(withoutFeedback.first === null ? [] : [`${law}, without feedback: ${withoutFeedback.first}`]),
    ...(asTheLabResponds.first === null || why !== null ? [] : [`${law}: ${asTheLabResponds.first}`]),
  ]);
  const ofExpectations = held.flatMap(({ says, worst, why }) =>
    worst === null || why !== null
      ? []
      : [`${says} ${worst.scenario}: ${worst.before} before, ${worst.after} after`],
  );
  return [...ofRules, ...ofLaws, ...ofExpectations];
}
