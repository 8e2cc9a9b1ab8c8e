import { simulate } from './commandLine';
import { presetIds } from './presetIds';
import { expect, test } from './fixtures';
import { fingerprint, headline, open, settled, slider } from './simulator';

test('every scenario can be chosen and has an answer of its own', { tag: '@long' }, async ({ page }) => {
  await open(page);
  expect(page.workers().length).toBeGreaterThan(0);
  const fingerprints = new Set<string>();
  for (const id of presetIds) {
    await page.getByLabel('Scenario').selectOption(id);
    fingerprints.add(await fingerprint(page));
    await expect(headline(page)).toHaveText(/^In (\d+|all|none|more|fewer) .*futures/);
  }
  expect(fingerprints.size).toBe(presetIds.length);
});

test('the numbers are those of the command line, to the last bit', async ({ page }) => {
  await open(page);
  await page.getByLabel('Scenario').selectOption('anthropic-rsp-v1');
  await page.getByRole('textbox', { name: 'Seed' }).fill('Łuck 7');
  await page.locator('[id="limits.safetyBuffer-box"]').fill('2');
  await page.locator('[id="limits.safetyBuffer-box"]').press('Enter');
  const onPage = await fingerprint(page);
  const expected = await simulate('anthropic-rsp-v1', '--seed', 'Łuck 7', '--set', 'limits.safetyBuffer=1');
  expect(onPage).toBe(expected.fingerprint);
  const unsecured = page.locator('.legend li', { hasText: 'Unsecured model' }).locator('.number');
  await expect(unsecured).toHaveText(String(Math.round(expected.outcomes['unsecured']!.share * 100)));
});

test('another seed is another luck, and the same seed the same', async ({ page }) => {
  await open(page);
  const seed = page.getByRole('textbox', { name: 'Seed' });
  const first = await fingerprint(page);
  const firstSeed = await seed.inputValue();

  await page.getByRole('button', { name: 'New luck' }).click();
  await expect(seed).not.toHaveValue(firstSeed);
  expect(await fingerprint(page)).not.toBe(first);

  await seed.fill(firstSeed);
  expect(await fingerprint(page)).toBe(first);
});

test('another future is drawn and told', async ({ page }) => {
  await open(page);
  const story = page.locator('.one-future p');
  await expect(story).toContainText('Future 0 ');
  const before = await story.innerText();
  await page.getByRole('button', { name: 'Another future' }).click();
  await expect(story).toContainText('Future 1 ');
  expect(await story.innerText()).not.toBe(before);
});

test('a future is chosen by kind, by step and by number, and the link has it', async ({ page }) => {
  await open(page);
  const story = page.locator('.one-future p').first();
  const kind = page.getByLabel('Kind of future');
  const number = page.getByLabel('Number of the future');
  const next = page.getByRole('button', { name: 'Another future' });
  await kind.selectOption('worst');
  await expect(story).toContainText('Unsafe deployment.');
  const worst = await number.inputValue();
  await next.click();
  await expect(number).not.toHaveValue(worst);
  await page.getByRole('button', { name: 'The future before' }).click();
  await expect(number).toHaveValue(worst);
  await expect(page).toHaveURL(new RegExp(`run=${worst}&`));

  const missed = await kind.locator('option[value=missedWarning]').innerText();
  expect(missed).toMatch(/^A missed warning \([\d,]+\)$/);
  await kind.selectOption('missedWarning');
  const seen = new Set<string>();
  for (let step = 0; step < 4; step++) {
    seen.add(await number.inputValue());
    await next.click();
    await expect(story).toContainText(`Future ${await number.inputValue()} `);
  }
  expect(seen.size).toBe(4);
  const ascending = [...seen].map(Number);
  expect(ascending).toEqual(ascending.toSorted((one, other) => one - other));

  await number.fill('12x');
  await number.press('Enter');
  await expect(page.locator('#future-issue')).toHaveText('Enter a whole number from 0 to 9999999.');
  await number.press('Escape');
  await number.fill('4321');
  await number.press('Enter');
  await expect(story).toContainText('Future 4321 ');
});

test('a changed setting shows the way back, and another scenario takes it', async ({ page }) => {
  await open(page);
  const original = await fingerprint(page);
  const buffer = slider(page, 'Safety buffer');
  const box = page.locator('[id="limits.safetyBuffer-box"]');
  await expect(page.getByRole('button', { name: /Set Safety buffer back/ })).toBeHidden();

  await box.fill('12');
  await expect(buffer).toHaveAttribute('aria-valuetext', '12x');
  await expect(page.locator('#component-limits > summary')).toContainText('3 levels, 12x buffer');
  await page.getByRole('button', { name: 'Set Safety buffer back to 6x' }).click();
  await expect(buffer).toHaveAttribute('aria-valuetext', '6x');
  expect(await fingerprint(page)).toBe(original);

  await box.fill('12');
  await page.locator('[id="t1.limit-box"]').fill('64');
  await page.getByRole('button', { name: 'Reset 2 changes' }).click();
  expect(await fingerprint(page)).toBe(original);

  await box.fill('12');
  await page.getByLabel('Scenario').selectOption('paper-policy');
  await page.getByLabel('Scenario').selectOption('baseline');
  await expect(box).toHaveValue('6');
  expect(await fingerprint(page)).toBe(original);
});

test('a number that cannot be is refused in words, and the last one still counts', async ({ page }) => {
  await open(page);
  const original = await fingerprint(page);
  const box = page.locator('[id="limits.safetyBuffer-box"]');
  await box.fill('a lot');
  await box.press('Tab');
  await expect(page.getByRole('alert')).toHaveText('Enter a number from 1 to 4096x. 6x still counts.');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  expect(await fingerprint(page)).toBe(original);

  await box.fill('3');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await fingerprint(page)).not.toBe(original);
});

test('switches, choices and "none" take effect', async ({ page }) => {
  await open(page);
  const seen = [await fingerprint(page)];
  const changes = async (): Promise<void> => {
    await expect.poll(() => fingerprint(page)).not.toBe(seen.at(-1));
    seen.push(await fingerprint(page));
  };
  await page.getByLabel('no limit').first().check();
  await expect(page.locator('[id="t1.limit-slider"]')).toBeDisabled();
  await changes();
  await page.locator('#component-response > summary').click();
  await page.getByRole('group', { name: 'Training without security' }).getByLabel('continue').check();
  await changes();
  await expect(page.locator('#component-response > summary')).toContainText('suspend, withhold, recall');
  await page.getByRole('checkbox', { name: 'Recall deployed models' }).uncheck();
  await changes();
  // One component is open at a time.
  await expect(page.locator('.component[open]')).toHaveCount(1);
  await page.locator('#component-accountability > summary').click();
  await page.getByRole('checkbox', { name: 'Independent evaluation' }).check();
  await changes();
  expect(new Set(seen).size).toBe(5);
});

test('values of a published policy say how sure they are, and where they come from', async ({ page }) => {
  await open(page);
  await page.getByLabel('Scenario').selectOption('anthropic-rsp-v1');
  const buffer = page.locator('.setting', { has: page.locator('[id="limits.safetyBuffer-slider"]') });
  await buffer.getByText('Stated').click();
  await expect(buffer.getByRole('link')).toHaveAttribute('href', /^https:\/\//);
  await expect(page.locator('#component-limits').getByText('Illustrative').first()).toBeVisible();
});

test('the tables behind the charts list the weeks, with dates where the scenario has them', async ({
  page,
}) => {
  await open(page);
  await page.getByLabel('Scenario').selectOption('metr-time-horizon-replay');
  await settled(page);
  await page.getByText('Capability in numbers').click();
  const row = page.getByRole('row', { name: /^Mar 14, 2023/ });
  // The median; GPT-4 is on record with 4 minutes.
  await expect(row.getByRole('cell').nth(2)).toHaveText('4 min');
  await page.getByText('What the lab is doing, in numbers').click();
  await expect(page.getByRole('row', { name: /^Mar 14, 2023/ })).toHaveCount(2);
});
