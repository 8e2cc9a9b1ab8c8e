import { expect, type Locator, type Page } from '@playwright/test';
import { byId, changes, thumb } from './simulator';

/** A way of using controls: by keyboard, mouse or touch. */
export interface Way {
  /** Whether it also looks at what is the same in every way: refusals, and the numbers of a range. */
  readonly isThorough: boolean;
  /** Activates a button, a box, or what unfolds. */
  readonly press: (control: Locator) => Promise<void>;
  /** Goes to a field of text. */
  readonly enter: (box: Locator) => Promise<void>;
  /** Chooses one of two choices instead of the other. */
  readonly choose: (choice: Locator, other: Locator) => Promise<void>;
  /** Moves a slider. */
  readonly nudge: (slider: Locator) => Promise<void>;
  /** Takes the only changes there are back, which are of one setting, in at most so many steps. */
  readonly takeBack: (setting: Locator, most: number) => Promise<void>;
}

async function placeOf(slider: Locator): Promise<number> {
  return slider.evaluate((input: HTMLInputElement) => input.valueAsNumber / Number(input.max));
}

export const ways = {
  keyboard: {
    isThorough: true,
    press: async (control) => {
      const isUnfolding = await control.evaluate((element) => element.tagName === 'SUMMARY');
      await control.press(isUnfolding ? 'Enter' : 'Space');
    },
    enter: (box) => box.focus(),
    choose: (_, other) => other.press('ArrowDown'),
    nudge: async (slider) => slider.press((await placeOf(slider)) < 1 ? 'ArrowRight' : 'ArrowLeft'),
    takeBack: async (setting, most) => {
      // In a text, the keys would undo typing.
      const mark = setting.locator('summary.mark');
      const page = setting.page();
      await mark.focus();
      for (let steps = 0; steps < most && (await changes(page).isEnabled()); steps++) {
        await page.keyboard.press('Control+z');
      }
    },
  },
  mouse: {
    isThorough: false,
    press: (control) => control.click(),
    enter: (box) => box.click(),
    choose: (choice) => choice.click(),
    nudge: async (slider) => {
      const { mouse } = slider.page();
      const by = (await placeOf(slider)) < 0.5 ? 40 : -40;
      const { x, y } = await thumb(slider);
      await mouse.move(x, y);
      await mouse.down();
      await mouse.move(x + by, y, { steps: 2 });
      await mouse.up();
    },
    takeBack: (setting) => setting.locator('.back').click(),
  },
  touch: {
    isThorough: false,
    press: (control) => control.tap(),
    enter: (box) => box.tap(),
    choose: (choice) => choice.tap(),
    nudge: async (slider) => {
      const { width, height } = (await slider.boundingBox())!;
      const at = (await placeOf(slider)) < 0.5 ? 0.8 : 0.2;
      await slider.tap({ position: { x: at * width, y: height / 2 } });
    },
    takeBack: (setting) => setting.locator('.back').tap(),
  },
} as const satisfies Record<string, Way>;

/** What a slider says of its value: with a unit, or what nothing and no end are called. */
const inWords =
  /^(?:[\d.,]+ ?(?:[mb]illion )?x(?: (?:a|in a) year)?|[\d.,]+ (?:s|min|h|weeks?|months?|years?|repeats?|a year)|[\d.]+%|(?:no|not|from|always) [a-z0-9 ]+)$/;

/** Uses every control of one setting in one way, and takes each change back. */
export class SettingWalk {
  readonly #setting: Locator;
  readonly #way: Way;
  readonly #page: Page;

  constructor(setting: Locator, way: Way) {
    this.#setting = setting;
    this.#way = way;
    this.#page = setting.page();
  }

  /** The settings that were used, by the ids that their cards give. */
  async run(): Promise<string[]> {
    const inputs = await this.#setting.locator('input').evaluateAll((all) =>
      (all as HTMLInputElement[]).map(({ type, id, disabled, labels }) => ({
        type,
        id,
        disabled,
        label: labels?.[0]?.innerText ?? '',
      })),
    );
    for (const { type, id, disabled, label } of inputs) {
      if (disabled) continue;
      if (type === 'range') await this.#slider(id);
      else if (type === 'text' && id.endsWith('.name-box')) await this.#text(id);
      else if (type === 'text' && id.endsWith('.domain-box')) await this.#text(id);
      else if (type === 'checkbox' && label === 'as a range') await this.#asRange(label);
      else if (type === 'checkbox') await this.#checkbox(label);
    }
    if (inputs[0]?.type === 'radio') await this.#choices();
    return this.#card();
  }

  /** The setting is the one that is changed, and can be taken back. */
  async #takeBack(most = 1): Promise<void> {
    const mark = this.#setting.locator('summary.mark');
    await expect(changes(this.#page)).toHaveText('Reset 1 change');
    await expect(mark).toContainText('Yours');
    await this.#way.takeBack(this.#setting, most);
    await expect(changes(this.#page)).toBeDisabled();
    await expect(mark).not.toContainText('Yours');
  }

  async #move(slider: Locator): Promise<string> {
    const before = (await slider.getAttribute('aria-valuetext')) ?? '';
    expect(before, 'a value in words').toMatch(inWords);
    await this.#way.nudge(slider);
    await expect(slider).not.toHaveAttribute('aria-valuetext', before);
    await expect(slider).toHaveAttribute('aria-valuetext', inWords);
    return before;
  }

  /** A slider and its box say the same, whichever is used. */
  async #slider(id: string): Promise<void> {
    const slider = byId(this.#page, id);
    const box = byId(this.#page, id.replace(/slider$/, 'box'));
    const boxBefore = await box.inputValue();
    if (this.#way.isThorough) {
      await this.#refused(box, 'a lot', /^Enter a (whole )?number from \S+ .*to .*\. .+ still counts\.$/);
      await this.#move(slider);
      await this.#takeBack();
      await expect(box).toHaveValue(boxBefore);
    }
    const before = await this.#move(slider);
    await expect(box).not.toHaveValue(boxBefore);
    if (this.#way === ways.touch) {
      await this.#takeBack();
      await this.#way.enter(box);
      await expect(box).toBeFocused();
      return;
    }
    await this.#type(box, boxBefore);
    await expect(slider).toHaveAttribute('aria-valuetext', before);
    // Four digits stand for most values, but not to the last bit for all.
    if (await changes(this.#page).isEnabled()) await this.#takeBack(2);
  }

  async #type(box: Locator, text: string): Promise<void> {
    await this.#way.enter(box);
    await box.press('Control+a');
    await (text === '' ? box.press('Backspace') : this.#page.keyboard.insertText(text));
    await box.press('Tab');
  }

  /** A text that is refused leaves everything as it was, says what is expected, and can be let go. */
  async #refused(box: Locator, text: string, words: RegExp): Promise<void> {
    const before = await box.inputValue();
    const changesBefore = (await changes(this.#page).textContent()) ?? '';
    await this.#type(box, text);
    await expect(box).toHaveAttribute('aria-invalid', 'true');
    const issue = byId(this.#page, (await box.getAttribute('aria-describedby')) ?? '');
    await expect(issue).toHaveText(words);
    await expect(issue).toHaveRole('alert');
    await expect(changes(this.#page)).toHaveText(changesBefore);
    await box.press('Escape');
    await expect(issue).toHaveCount(0);
    await expect(box).toHaveValue(before);
  }

  async #text(id: string): Promise<void> {
    const box = byId(this.#page, id);
    const before = await box.inputValue();
    if (this.#way.isThorough) await this.#refused(box, '', /^Enter 1 to 40 characters\.$/);
    await this.#type(box, 'Something else');
    await this.#takeBack();
    await expect(box).toHaveValue(before);
  }

  #checkboxCalled(label: string): Locator {
    return this.#setting.getByLabel(label, { exact: true }).and(this.#setting.locator('[type=checkbox]'));
  }

  async #checkbox(label: string): Promise<void> {
    const checkbox = this.#checkboxCalled(label);
    const slider = this.#setting.locator('[type=range]');
    const wasChecked = await checkbox.isChecked();
    await this.#way.press(checkbox);
    await expect(checkbox).toBeChecked({ checked: !wasChecked });
    // Beside a slider, it stands for "none" in place of a number.
    const isOfNumber = (await slider.count()) > 0;
    if (isOfNumber) await expect(slider).toBeEnabled({ enabled: wasChecked });
    if (isOfNumber && wasChecked) await this.#move(slider);
    await this.#takeBack(2);
    await expect(checkbox).toBeChecked({ checked: wasChecked });
  }

  /** A number becomes three, of which the middle one is the number, and one again. */
  async #asRange(label: string): Promise<void> {
    const checkbox = this.#checkboxCalled(label);
    const slider = this.#setting.locator('[type=range]');
    const boxes = this.#setting.locator('[inputmode=decimal]');
    const wasRange = await checkbox.isChecked();
    if (!this.#way.isThorough) {
      for (const isRange of [!wasRange, wasRange]) {
        await this.#way.press(checkbox);
        await expect(boxes).toHaveCount(isRange ? 3 : 1);
        await expect(slider).toHaveCount(isRange ? 0 : 1);
      }
      await expect(changes(this.#page)).toBeDisabled();
      return;
    }
    if (!wasRange) {
      const number = await boxes.inputValue();
      await this.#way.press(checkbox);
      await expect(slider).toHaveCount(0);
      await expect(boxes).toHaveCount(3);
      await expect(boxes.nth(1)).toHaveValue(number);
    }
    const [low = '', mode = '', high = ''] = await boxes.evaluateAll((all) =>
      (all as HTMLInputElement[]).map(({ value }) => value),
    );
    const atEnd = high === mode;
    await this.#refused(boxes.nth(atEnd ? 2 : 0), atEnd ? low : high, /^The three numbers must ascend\.$/);
    const moved = low === mode ? high : low;
    await this.#type(boxes.nth(1), moved);
    await expect(boxes.nth(1)).toHaveValue(moved);
    await this.#way.press(checkbox);
    await expect(boxes).toHaveCount(1);
    await expect(boxes).toHaveValue(moved);
    if (wasRange) await this.#move(slider);
    await this.#takeBack(3);
    await expect(checkbox).toBeChecked({ checked: wasRange });
    await expect(boxes.nth(wasRange ? 1 : 0)).toHaveValue(mode);
  }

  async #choices(): Promise<void> {
    const all = this.#setting.locator('[type=radio]');
    await expect(all).toHaveCount(2);
    const isFirst = await all.nth(0).isChecked();
    const [chosen, other] = isFirst ? [all.nth(0), all.nth(1)] : [all.nth(1), all.nth(0)];
    await this.#way.choose(other, chosen);
    await expect(other).toBeChecked();
    await this.#takeBack();
    await expect(chosen).toBeChecked();
  }

  async #card(): Promise<string[]> {
    const about = this.#setting.locator('details.about');
    await this.#way.press(about.locator('> summary'));
    await expect(about.locator('.card').first()).toBeVisible();
    const ids = (await about.locator('.machine').allInnerTexts()).map(
      (text) => /^For links and the command line: (\S+)=/.exec(text)?.[1] ?? text,
    );
    await this.#way.press(about.locator('> summary'));
    await expect(about.locator('.card')).toHaveCount(0);
    return ids;
  }
}
