import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { publicIds } from '../../src/parameters/parameters';
import { SettingWalk, ways, type Way } from './settingsWalk';
import { expect, test } from './fixtures';
import {
  byId,
  changes,
  fingerprint,
  headline,
  open,
  openFold,
  openScenario,
  openSheet,
  phone,
  settingOf,
  settled,
  sizes,
  slider,
  thumb,
} from './simulator';

test.describe.configure({ mode: 'parallel' });

/** Unfolds what a way can unfold, and uses every setting inside. The ids of all of them. */
async function walk(fold: Locator, way: Way): Promise<string[]> {
  const summary = fold.locator('> summary');
  if ((await fold.getAttribute('open')) === null) await way.press(summary);
  await expect(fold).toHaveAttribute('open', '');
  for (const more of await fold.locator('.more > summary').all()) await way.press(more);
  const ids: string[] = [];
  const settings = fold.locator('.setting');
  const count = await settings.count();
  for (let k = 0; k < count; k++) {
    await expect(settings.nth(k)).toBeVisible();
    ids.push(...(await new SettingWalk(settings.nth(k), way).run()));
  }
  await way.press(summary);
  await expect(fold).not.toHaveAttribute('open');
  return ids;
}

/** Opens a scenario from a file, cut to half a year, so that its futures are quickly simulated again and again. */
async function openShort(page: Page, id: string): Promise<void> {
  const text = await readFile(new URL(`../../scenarios/${id}.json`, import.meta.url), 'utf8');
  const short = text.replace(/"horizon": \d+/, '"horizon": 26');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: `${id}.json`, mimeType: 'application/json', buffer: Buffer.from(short) });
  await expect(page.locator('.notice')).toContainText('Opened from the file');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await settled(page);
}

const policyFolds = ['limits', 'protections', 'evaluation', 'response', 'accountability'];
const worldFolds = ['growth', 'releases', 'evaluation', 'protections', 'rival', 'counting'];

/** Which settings the policy's components offer; the world has all the others. */
const isOfPolicy = (id: string): boolean =>
  policyFolds.some((component) => id.startsWith(`${component}.`)) || /^t\d\.(name|limit|gates)/.test(id);

for (const [name, scenario, options] of [
  ['keyboard', 'baseline', { viewport: sizes.laptop }],
  ['mouse', 'anthropic-rsp-v1', { viewport: sizes.projector }],
  ['touch', 'metr-time-horizon-replay', phone],
] as const) {
  test.describe(`by ${name}`, () => {
    test.use(options);
    const way = ways[name];

    const start = async (page: Page): Promise<string> => {
      test.setTimeout(120_000);
      await open(page);
      await openShort(page, scenario);
      if (name === 'touch') await openSheet(page);
      return fingerprint(page);
    };

    const isLong = name === 'touch' ? '@long' : [];
    test('every setting of the policy changes and comes back', { tag: isLong }, async ({ page }) => {
      const before = await start(page);
      const ids: string[] = [];
      for (const component of policyFolds)
        ids.push(...(await walk(page.locator(`#component-${component}`), way)));
      expect(ids.toSorted()).toEqual(publicIds(3).filter(isOfPolicy).toSorted());
      expect(await fingerprint(page)).toBe(before);
    });

    // Its controls are those of the policy, which are tried each time by mouse and by keyboard.
    test('every assumption about the world changes and comes back', { tag: '@long' }, async ({ page }) => {
      const before = await start(page);
      await way.press(page.locator('#component-world > summary'));
      // Levels have the same controls: by keyboard all of them are used, else those of the first.
      const levels = name === 'keyboard' ? ['t1', 't2', 't3'] : ['t1'];
      const ids: string[] = [];
      for (const group of [...worldFolds, ...levels]) {
        ids.push(...(await walk(page.locator(`#world-${group}`), way)));
      }
      const expected = publicIds(levels.length).filter((id) => !isOfPolicy(id) && id !== 'history');
      expect(ids.toSorted()).toEqual(expected.toSorted());
      expect(await fingerprint(page)).toBe(before);
    });
  });
}

test('levels are named, added up to six, gated, taken away and brought back', async ({ page }) => {
  await open(page);
  const before = await fingerprint(page);
  const names = page.locator('[id$=".name-box"]');
  const first = byId(page, 't1.name-box');

  await first.fill('CBRN-4');
  await first.press('Tab');
  await expect(page.getByRole('alert')).toHaveText('Another level is called CBRN-4.');
  await expect(page.locator('#levels')).toContainText('CBRN-3');
  await first.fill('Biology');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(slider(page, 'Limit of Biology')).toHaveCount(2);
  await expect(page.locator('#levels tbody th').first()).toHaveText('Biology');
  await first.press('Tab');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(first).toHaveValue('CBRN-3');

  const add = page.getByRole('button', { name: 'Add a level' });
  for (const level of [4, 5, 6]) {
    await add.press('Enter');
    await expect(names).toHaveCount(level);
    await expect(names.nth(level - 1)).toBeFocused();
  }
  await expect(add).toHaveCount(0);
  await expect(page.getByText('6 levels are the most there can be.')).toBeVisible();
  await expect(page.locator('#component-limits > summary')).toContainText('6 levels');
  await settled(page);
  await expect(page.locator('#levels tbody tr')).toHaveCount(6);
  const added = settingOf(page, 't5.limit');
  await added.getByText('Yours').click();
  await expect(added.locator('.card').first()).toContainText('Part of a level that you added.');

  // A new level does what its gates say.
  const limit = byId(page, 't4.limit-box');
  await limit.fill('8');
  const withGates = await fingerprint(page);
  const gates = settingOf(page, 't4.gates.training');
  for (const gate of ['pause', 'suspend', 'hold back']) await gates.getByLabel(gate).press('Space');
  await expect(gates.locator('.remark')).toHaveText(
    'Reaching this level holds nothing back; only its protections are built.',
  );
  expect(await fingerprint(page)).not.toBe(withGates);

  // The row that takes its place has the focus; after the last one, the one before.
  const remove = page.getByRole('button', { name: /^Remove / });
  const all = await names.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  await remove.nth(1).press('Enter');
  await expect(names).toHaveCount(5);
  const rows = page.locator('.level');
  await expect(rows.nth(1)).toBeFocused();
  await expect(rows.nth(1)).toHaveAttribute('aria-label', all[2]!);
  await remove.nth(4).press('Enter');
  await expect(rows.nth(3)).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await names.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))).toEqual(
    all,
  );

  await changes(page).click();
  await expect(names).toHaveCount(3);
  expect(await fingerprint(page)).toBe(before);
  for (let left = 3; left > 1; left--) await remove.first().click();
  await expect(names).toHaveCount(1);
  await expect(remove).toHaveCount(0);
});

/** What the card of a setting says, which is opened. */
async function card(page: Page, publicId: string): Promise<Locator> {
  const setting = settingOf(page, publicId);
  await setting.locator('summary.mark').click();
  return setting.locator('.card', { hasText: `${publicId}=` });
}

test('the card of each setting says what is known of it, and where a policy has it from', async ({
  page,
}) => {
  await open(page);
  await openFold(page, 'component-evaluation');
  const interval = await card(page, 'evaluation.interval');
  await expect(interval).toContainText(
    'What is known: 3 months to 6 months, with 3 months as the central value. Now 3 months, within it.',
  );
  const sources = interval.getByRole('list', { name: 'Sources' }).getByRole('listitem');
  expect(await sources.count()).toBeGreaterThan(1);
  for (const source of await sources.all()) {
    await expect(source).toHaveText(/, (\d{1,2} )?([A-Z][a-z]+ )?\d{4}$|, undated$/);
    await expect(source.getByRole('link')).toHaveAttribute('href', /^https:\/\//);
  }
  await slider(page, 'Weeks between evaluations').press('End');
  await expect(interval).toContainText('Now 2 years, above it.');
  await expect(interval).toContainText('Changed by you; Baseline has 3 months.');
  await expect(interval).toContainText('evaluation.interval=104 (weeks)');

  await openFold(page, 'component-protections');
  const margin = await card(page, 'protections.preparationMargin');
  await expect(margin).toContainText('No measurement exists: this is an assumption.');
  await expect(margin.getByRole('link')).toHaveCount(0);
  await expect(await card(page, 'protections.buildSpeed')).toContainText('A choice, which no fact decides.');
  await slider(page, 'Effort on protections').press('ArrowRight');
  await openFold(page, 'component-world');
  await openFold(page, 'world-growth');
  await expect(await card(page, 'growth')).toContainText('What is known:');
  await expect(await card(page, 'jumpShare')).toContainText('No measurement exists');

  // One is brought back, then all.
  await openFold(page, 'component-protections');
  await expect(changes(page)).toHaveText('Reset 2 changes');
  const speed = settingOf(page, 'protections.buildSpeed');
  await expect(speed.locator('.mark')).toContainText('Yours');
  await page.getByRole('button', { name: 'Set Effort on protections back to 1x' }).press('Enter');
  await expect(speed.locator('.mark')).toContainText('About');
  await expect(changes(page)).toHaveText('Reset 1 change');
  await changes(page).press('Enter');
  await expect(changes(page)).toBeDisabled();
  await expect(page.locator('#component-evaluation > summary')).toContainText('every 3 months');

  for (const [scenario, fold, publicId, mark, said] of [
    ['anthropic-rsp-v1', 'limits', 'limits.safetyBuffer', 'Stated', / \(2023\) states this \(pp\. 11-13\)\./],
    ['anthropic-rsp-v1', 'limits', 't1.limit', 'Illustrative', /Illustrative: .+ does not settle it\./],
    [
      'metr-time-horizon-replay',
      'world',
      'jumpSize',
      'Inferred',
      /Inferred from what .+ says\..*0\.62 doublings/s,
    ],
    ['metr-time-horizon-replay', 'world', 'growth', 'Stated', / states this \(trend from 2023 on\)\./],
  ] as const) {
    await page.getByLabel('Scenario').selectOption(scenario);
    await openFold(page, `component-${fold}`);
    if (fold === 'world') await openFold(page, 'world-growth');
    await expect(settingOf(page, publicId).locator('.mark')).toContainText(mark);
    const own = await card(page, publicId);
    await expect(own).toContainText(said);
    if (mark !== 'Illustrative')
      await expect(own.getByRole('link').first()).toHaveAttribute('href', /^https:/);
    await settingOf(page, publicId).locator('summary.mark').click();
  }
});

for (const scenario of ['baseline', 'anthropic-rsp-v1', 'metr-time-horizon-replay']) {
  test(`what is odd about ${scenario} is said and marked where it is closed; its world can differ by future`, async ({
    page,
  }) => {
    await openScenario(page, scenario);
    const before = await fingerprint(page);
    const evaluation = await openFold(page, 'component-evaluation');
    const remarks = settingOf(page, 'evaluation.interval').locator('.remark');
    await page.getByLabel('not by growth').check();
    const beforeRelease = page.getByRole('checkbox', { name: 'Evaluate before release' });
    if (await beforeRelease.isChecked()) await beforeRelease.uncheck();
    await expect(remarks).toHaveCount(0);

    // Nothing is said, and nothing moves, as long as the slider is held.
    const interval = slider(page, 'Weeks between evaluations');
    const { x, y } = await thumb(interval);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 300, y, { steps: 3 });
    await expect(interval).toHaveAttribute('aria-valuetext', 'not by calendar');
    await expect(remarks).toHaveCount(0);
    await page.mouse.up();
    await expect(remarks).toHaveText('Evaluations never happen: no warning can be raised.');

    await openFold(page, 'component-response');
    await expect(evaluation.locator('> summary')).toContainText('1 remark.');
    await expect(evaluation.locator('> summary')).toContainText('none');
    await expect(evaluation.locator('.remark-mark')).toBeVisible();
    await settled(page);
    for (const warned of await page.locator('#levels tbody tr td:nth-of-type(3)').allInnerTexts()) {
      expect(warned).toMatch(/^(0|–)/);
    }
    await changes(page).click();
    await expect(evaluation.locator('.remark-mark')).toHaveCount(0);
    expect(await fingerprint(page)).toBe(before);

    await openFold(page, 'component-world');
    const growth = await openFold(page, 'world-growth');
    const asRange = settingOf(page, 'growth').getByLabel('as a range');
    const isRange = await asRange.isChecked();
    await asRange.press('Space');
    await expect(growth.locator('> summary')).toContainText(
      isRange ? /Growth(?!.* to )/ : /[\d.]+x a year to [\d.]+x a year/,
    );
    await expect(page.locator('#fingerprint')).not.toHaveText(before);
    await asRange.press('Space');
    expect(await fingerprint(page)).toBe(before);
  });
}

test('what cannot be is refused in words where it is asked for', async ({ page }) => {
  await open(page);
  await openFold(page, 'component-world');
  await openFold(page, 'world-t1');
  const security = settingOf(page, 't1.leadTime.security');
  const isProtected = page.getByRole('checkbox', { name: 'Protected at the start' });
  await security.getByLabel('no way known').check();
  await expect(security.locator('.remark')).toHaveText(
    'A pause that waits for this security has no end of its own.',
  );
  await isProtected.press('Space');
  const words = 'A level whose protections nobody knows how to build cannot be protected at the start.';
  await expect(page.getByRole('alert')).toHaveText(words);
  await expect(isProtected).not.toBeChecked();
  await security.getByLabel('no way known').uncheck();
  await isProtected.check();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await security.getByLabel('no way known').press('Space');
  await expect(page.getByRole('alert')).toContainText(words);
  await expect(security.getByLabel('no way known')).not.toBeChecked();
});

test('a number counts after Enter or a pause, and Escape brings back what was before', async ({ page }) => {
  await open(page);
  const box = byId(page, 'limits.safetyBuffer-box');
  const buffer = slider(page, 'Safety buffer');
  await box.fill('12');
  await box.press('Enter');
  await expect(buffer).toHaveAttribute('aria-valuetext', '12x');
  await box.fill('24');
  await expect(buffer).toHaveAttribute('aria-valuetext', '24x');
  await expect(box).toBeFocused();
  await box.press('Escape');
  await expect(buffer).toHaveAttribute('aria-valuetext', '12x');
  await expect(box).toHaveValue('12');

  // What cannot be is said while it is typed.
  await box.fill('a lot');
  await expect(page.getByRole('alert')).toContainText('12x still counts.');
  await expect(box).toBeFocused();
  await box.press('Escape');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(box).toHaveValue('12');
});

test('the focus stays near what it was on, where that goes', async ({ page }) => {
  await open(page);
  const buffer = slider(page, 'Safety buffer');
  await buffer.press('ArrowRight');
  await page.getByRole('button', { name: 'Set Safety buffer back' }).press('Enter');
  await expect(settingOf(page, 'limits.safetyBuffer').locator('summary.mark')).toBeFocused();

  await buffer.press('ArrowRight');
  await changes(page).press('Enter');
  await expect(changes(page)).toBeDisabled();
  await expect(page.locator('#component-limits > summary')).toBeFocused();

  // A button that undo takes away, a slider that it disables, a level that goes.
  await buffer.press('ArrowRight');
  await page.getByRole('button', { name: 'Set Safety buffer back' }).focus();
  await page.keyboard.press('Control+z');
  await expect(settingOf(page, 'limits.safetyBuffer').locator('summary.mark')).toBeFocused();
  const noLimit = settingOf(page, 't1.limit').getByLabel('no limit');
  await noLimit.check();
  await noLimit.uncheck();
  const limit = byId(page, 't1.limit-slider');
  await limit.focus();
  await page.keyboard.press('Control+z');
  await expect(limit).toBeDisabled();
  await expect(page.locator('.level').first().locator(':focus')).toHaveCount(1);
  await page.getByRole('button', { name: 'Add a level' }).click();
  await byId(page, 't4.limit-slider').focus();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.level')).toHaveCount(3);
  await expect(page.locator('.level').last().locator(':focus')).toHaveCount(1);

  // Another scenario makes the same control anew.
  await page.getByLabel('Scenario').selectOption('metr-ideal');
  await buffer.focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Scenario')).toHaveValue('baseline');
  await expect(buffer).toBeFocused();
});

test.describe('on a phone', () => {
  test.use(phone);

  test('what is open is made when the sheet comes into view', async ({ page }) => {
    await open(page);
    await expect(page.locator('.setting')).toHaveCount(0);
    await expect(page.locator('#component-limits > summary')).toContainText('3 levels');
    await openSheet(page);
    await expect(page.locator('#component-limits')).toHaveAttribute('open', '');
    await expect(slider(page, 'Safety buffer')).toBeVisible();
  });
});

test('the headline follows every slider of the policy', async ({ page }) => {
  await open(page);
  const start = await headline(page).innerText();
  const seen = new Set([await fingerprint(page)]);
  const at = async (fold: string, name: string, key: string) => {
    await openFold(page, `component-${fold}`);
    await slider(page, name).first().press(key);
    await expect(page.locator('#fingerprint')).not.toHaveText([...seen].at(-1)!);
    seen.add(await fingerprint(page));
  };
  await at('limits', 'Safety buffer', 'End');
  await at('protections', 'Start of preparation', 'Home');
  await at('protections', 'Effort on protections', 'End');
  await at('evaluation', 'Weeks between evaluations', 'Home');
  await at('response', 'Delay of the response', 'End');
  await at('response', 'Longest pause', 'PageUp');
  await at('accountability', 'Notice period', 'End');
  expect(seen.size).toBe(8);
  expect(await headline(page).innerText()).not.toBe(start);
});
