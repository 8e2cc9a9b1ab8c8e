import type { Runner } from '../../engine/runner';
import type { Issue } from '../../parameters/parameters';
import type { Setting } from '../../scenario/applySettings';
import type { AssumptionSet } from '../../scenario/assumptionSets';
import { countOfChanges, scenarioDifference, type ScenarioDifference } from '../../scenario/difference';
import { isSeed } from '../../scenario/link';
import { isPresetId, preset, type PresetId } from '../../scenario/presets';
import type { Scenario } from '../../scenario/scenario';
import { letters, type Letter, type PinnedResult } from '../compare/letters';
import type { Result } from '../result';
import { Answers, type AssumedShare } from './answers.svelte';
import { readContent, type Choice, type Expected } from './choice';
import {
  baseValue,
  unchanged,
  withNewLevel,
  withoutLevel,
  withReset,
  withSetting,
  withSettings,
  withWorldOf,
  type Design,
  type DesignOrIssues,
} from './design';
import type { Opened, Notice } from './openAddress';
import type { OpenedFile } from '../share/scenarioFile';
import { Look } from './look.svelte';
import { newHistory, redone, undone, withStep, type UndoHistory } from './undoHistory';

/** The seed that the command line takes when none is given. */
export const FIRST_SEED = '1';

/** Most policies kept beside the present one. */
export const MOST_PINNED = letters.length - 1;

/** What a person has chosen, and the latest answer to it. */
export class Session {
  #history = $state.raw<UndoHistory<Choice>>(
    newHistory({ design: unchanged(preset('baseline')), seed: FIRST_SEED, pinned: [] }),
  );
  #expected = $state.raw<Expected | null>(null);
  #notice = $state.raw<Notice | null>(null);
  /** What is shown again after a look at how it was before the last change; null: no such look is taken. */
  #replayed = $state.raw<UndoHistory<Choice> | null>(null);
  /** When the pointer went down, in milliseconds; null: it is up. */
  #heldSince: number | null = null;
  readonly #answers: Answers;
  readonly #difference = $derived(scenarioDifference(this.original, this.scenario));
  readonly #changedIds = $derived<readonly string[]>(this.#difference.parameters.map(({ id }) => id));

  readonly look = new Look();

  /**
   * @param opened what the page's address asks for, to start with
   * @param drawn resolves once the page has drawn what it was given
   */
  constructor(
    runner: Runner,
    opened: Opened = { content: null, notice: null },
    drawn: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#answers = new Answers(runner, drawn);
    this.#notice = opened.notice;
    if (opened.content !== null) {
      const { choice, expected } = readContent(opened.content);
      this.#history = newHistory(choice);
      this.#expected = expected;
      this.look.take(opened.content);
    }
    this.#ask();
  }

  get design(): Design {
    return this.#history.present.design;
  }

  /** The scenario as its preset or file has it. */
  get original(): Scenario {
    return this.design.base;
  }

  /** The scenario with the changes. */
  get scenario(): Scenario {
    return this.design.scenario;
  }

  /** The preset that the scenario was made from; null: it came from a file. */
  get presetId(): PresetId | null {
    const { id } = this.original;
    return isPresetId(id) && preset(id) === this.original ? id : null;
  }

  get seed(): string {
    return this.#history.present.seed;
  }

  /** The latest answer; of the question before while a new one is worked on. */
  get result(): Result | null {
    return this.#answers.latest;
  }

  /** Whether the answer is the one to the latest question, with all runs in. */
  get isSettled(): boolean {
    const { result } = this;
    return (
      result !== null && result.settled && result.scenario === this.scenario && result.seed === this.seed
    );
  }

  /** Runs done for the latest question. */
  get progress(): number {
    return this.#answers.progress;
  }

  /** What went wrong in the simulator itself. */
  get failure(): string | null {
    return this.#answers.failure;
  }

  /** How often the lab is unsafe under other assumptions about the world, as far as it is known. */
  get acrossAssumptions(): readonly AssumedShare[] {
    const { scenario, seed } = this;
    return this.#answers.acrossAssumptions({ scenario, seed });
  }

  /** Policies kept to compare the present one with. */
  get pinned(): readonly Design[] {
    return this.#history.present.pinned;
  }

  /** Their answers, as far as they are known. */
  get pinnedResults(): readonly PinnedResult[] {
    const { seed } = this;
    return this.pinned.flatMap(({ scenario }, index) => {
      const result = this.#answers.wholeOf({ scenario, seed });
      const letter = letters[index];
      return result === null || letter === undefined ? [] : [{ letter, result }];
    });
  }

  /** The present policy's name among those compared; null where none is kept. */
  get letter(): Letter | null {
    return this.pinned.length === 0 ? null : (letters[this.pinned.length] ?? null);
  }

  /** The fingerprint that the opened link says its futures have; null where it says none or they are not shown. */
  get sharedFingerprint(): string | null {
    const expected = this.#expected;
    const isShown = expected?.scenario === this.scenario && expected.seed === this.seed;
    return isShown ? expected.fingerprint : null;
  }

  /** Whether the answer has the fingerprint that the link named; null where no link did, or it is not known yet. */
  get isAsShared(): boolean | null {
    const { sharedFingerprint, result } = this;
    if (sharedFingerprint === null || result === null || !this.isSettled) return null;
    return sharedFingerprint === result.summary.fingerprint;
  }

  /** What is not as in the original. */
  get difference(): ScenarioDifference {
    return this.#difference;
  }

  get changeCount(): number {
    return countOfChanges(this.#difference);
  }

  /** Whether a setting differs from the original's; those of a new level, from a new level's. */
  isChanged(publicId: string): boolean {
    return this.#changedIds.includes(publicId);
  }

  /** The original's value of a setting, by its level's number now; undefined where the level is new. */
  originalValue(publicId: string): unknown {
    return baseValue(this.design, publicId);
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  undo(): void {
    this.#endReplay();
    this.#history = undone(this.#history);
    this.#ask();
  }

  redo(): void {
    this.#endReplay();
    this.#history = redone(this.#history);
    this.#ask();
  }

  /** Whether the page shows how it was before the last change. */
  get isReplaying(): boolean {
    return this.#replayed !== null;
  }

  get canReplay(): boolean {
    return this.isReplaying || this.#beforeLastChange !== undefined;
  }

  /** Shows how it was before the last change of scenario or seed; called again, how it is. Changes nothing. */
  replay(): void {
    const before = this.#beforeLastChange;
    if (this.#replayed !== null) {
      this.#endReplay();
    } else if (before !== undefined) {
      this.#replayed = this.#history;
      const { pinned } = this.#history.present;
      this.#history = { ...this.#history, present: { ...before, pinned } };
    }
    this.#ask();
  }

  /** The latest choice with another scenario or seed than the present one. */
  get #beforeLastChange(): Choice | undefined {
    const { past, present } = this.#history;
    return past.findLast(
      ({ design, seed }) => design.scenario !== present.design.scenario || seed !== present.seed,
    );
  }

  /** The whole answer before the last change or, while that is shown, the one after it; null where it is not known. */
  get otherResult(): Result | null {
    const other = this.#replayed?.present ?? this.#beforeLastChange;
    if (other === undefined) return null;
    return this.#answers.wholeOf({ scenario: other.design.scenario, seed: other.seed });
  }

  #endReplay(): void {
    this.#history = this.#replayed ?? this.#history;
    this.#replayed = null;
  }

  /** Whether anything was chosen yet. */
  get isUntouched(): boolean {
    return !this.canUndo && !this.canRedo && this.look.isUntouched;
  }

  /** Takes up another scenario, as it is in its preset or file. */
  choose(base: Scenario): void {
    this.look.run = 0;
    this.look.week = null;
    this.#notice = null;
    this.#step({ ...this.#history.present, design: unchanged(base) });
  }

  /** Takes up what an address asks for; where it can't be honoured, only says so. */
  take({ content, notice }: Opened): void {
    this.#notice = notice;
    if (content === null) return;
    const { choice, expected } = readContent(content);
    this.#expected = expected;
    this.look.take(content);
    this.#step(choice);
  }

  /** Takes up a scenario from a file; where it can't be read, only says so. `others`: files given with it. */
  openFile(file: OpenedFile, others = 0): void {
    const { name } = file;
    if (others > 0) {
      this.#notice = { kind: 'many-files', count: others + 1 };
    } else if (file.ok) {
      this.choose(file.scenario);
      this.#notice = { kind: 'file', name };
    } else {
      this.#notice = { kind: 'refused-file', name, issues: file.issues };
    }
  }

  /** What is to be said about what was opened last. */
  get notice(): Notice | null {
    return this.#notice;
  }

  dismissNotice(): void {
    this.#notice = null;
  }

  /** Keeps the present policy to compare others with. Returns whether there was room for it. */
  pin(): boolean {
    if (this.pinned.length >= MOST_PINNED) return false;
    this.#step({ ...this.#history.present, pinned: [...this.pinned, this.design] });
    return true;
  }

  /** Lets the `index`-th policy kept go. */
  unpin(index: number): void {
    const pinned = this.pinned.filter((_, at) => at !== index);
    this.#step({ ...this.#history.present, pinned });
  }

  unpinAll(): void {
    this.#step({ ...this.#history.present, pinned: [] });
  }

  /** Makes the `index`-th policy kept the present one, which is kept in its place. */
  exchange(index: number): void {
    const design = this.pinned[index];
    if (design === undefined) throw new RangeError(`No policy ${index} is kept`);
    const pinned = this.pinned.map((each, at) => (at === index ? this.design : each));
    this.#step({ ...this.#history.present, design, pinned });
  }

  choosePreset(id: PresetId): void {
    this.choose(preset(id));
  }

  /**
   * Sets one parameter from text. Returns the issues where that can't be; then nothing changes.
   * @param control whose moves in quick succession are one step of undo; null: each is a step of its own
   */
  set(publicId: string, text: string, control: string | null = publicId): readonly Issue[] {
    return this.#take(withSetting(this.design, publicId, text), control);
  }

  /** Sets several parameters from text, in one step. Returns the issues where that can't be; then nothing changes. */
  setAll(settings: readonly Setting[]): readonly Issue[] {
    return this.#take(withSettings(this.design, settings));
  }

  /** Brings parameters back to what they are in the original, in one step. */
  reset(...publicIds: readonly string[]): void {
    this.#take(withReset(this.design, ...publicIds));
  }

  /** Puts the world of a set of assumptions in the place of the present one. */
  chooseWorld(set: AssumptionSet): void {
    this.#take(withWorldOf(this.design, set));
  }

  resetAll(): void {
    this.#step({ ...this.#history.present, design: unchanged(this.original) });
  }

  /** One more level, above the others. Returns whether there was room for it. */
  addLevel(): boolean {
    return this.#takeDesign(withNewLevel(this.design));
  }

  /** Takes the `level`-th level (from 1) away. Returns whether another one is left. */
  removeLevel(level: number): boolean {
    return this.#takeDesign(withoutLevel(this.design, level));
  }

  /** Takes another seed. Returns whether it is one: 1 to 200 characters that a link can carry. */
  setSeed(seed: string): boolean {
    if (!isSeed(seed)) return false;
    if (seed !== this.seed) this.#step({ ...this.#history.present, seed }, 'seed');
    return true;
  }

  /** All that one control changes until `release` is one step, however long it takes. */
  hold(): void {
    this.#heldSince = performance.now();
  }

  release(): void {
    this.#heldSince = null;
  }

  #take(result: DesignOrIssues, control: string | null = null): readonly Issue[] {
    if (!result.ok) return result.issues;
    this.#takeDesign(result.design, control);
    return [];
  }

  #takeDesign(design: Design | null, control: string | null = null): boolean {
    if (design === null) return false;
    this.#step({ ...this.#history.present, design }, control);
    return true;
  }

  /** A step from what is shown before the last change follows on that change. */
  #step(choice: Choice, control: string | null = null): void {
    this.#endReplay();
    this.#history = withStep(this.#history, choice, control, this.#heldSince ?? performance.now());
    this.#ask();
  }

  #ask(): void {
    const { scenario, seed } = this;
    this.#answers.ask(
      { scenario, seed, run: this.look.run },
      this.pinned.map((each) => ({ scenario: each.scenario, seed })),
    );
  }
}
