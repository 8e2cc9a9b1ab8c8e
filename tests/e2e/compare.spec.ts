import { expect, test } from './fixtures';
import { enter, fingerprint, headline, open, settled } from './simulator';

const cells = '#compare tbody tr';

test('A policy against itself is exactly zero in everything', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.locator('.compare-finding')).toHaveText(
    'B and A are the same policy: every difference is exactly zero.',
  );
  await page.getByText('What else differs').click();
  const differences = await page.locator(`${cells} .difference`).allInnerTexts();
  expect(differences.length).toBe(8 + 6 + 4);
  for (const difference of differences) expect(difference).toMatch(/^0 \(/);
  await expect(page.locator('.compare-differing')).toContainText('Nothing.');
});

test('a wider buffer is compared future by future, and the address keeps the comparison', async ({
  page,
  context,
}) => {
  await open(page);
  const before = await headline(page).innerText();
  await page.getByRole('button', { name: 'Compare' }).click();
  await enter(page, 'limits.safetyBuffer', '24');
  await settled(page);
  await expect(page.locator('.compare-finding')).toHaveText(
    /^B is safer than A in \d+ of 100 futures, less safe in \d+\.$/,
  );
  await expect(page.locator('.compare-differing li')).toHaveText(['Safety buffer: 6x → 24x']);
  const row = page.locator(cells, { hasText: 'Past a danger point unprotected' });
  await expect(row.locator('.number').first()).toHaveText(/\d+ of|\d+/);
  expect(before).toContain(`In ${await row.locator('.number').first().innerText()} of 100`);
  expect(await headline(page).innerText()).toContain(
    `In ${await row.locator('.number').nth(1).innerText()} of 100`,
  );
  await expect(row.locator('.difference')).toHaveText(/^−\d+ \(−\d+ to −\d+\)$/);

  const finding = await page.locator('.compare-finding').innerText();
  await expect.poll(() => page.url()).toContain(`fp=${await fingerprint(page)}`);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('.compare-finding')).toHaveText(finding);
});

test('up to four policies are kept, taken up again and let go', async ({ page }) => {
  await open(page);
  const buffer = page.locator('[id="limits.safetyBuffer-box"]');
  for (const value of ['2', '12', '24']) {
    await page.getByRole('button', { name: 'Compare' }).click();
    await enter(page, 'limits.safetyBuffer', value);
  }
  await settled(page);
  await expect(page.locator('.compare-policies li')).toHaveCount(4);
  await expect(page.locator('.compare-policies .bar')).toHaveCount(4);
  await expect(page.getByRole('button', { name: 'Compare' })).toBeDisabled();
  await expect(page.locator('.compare-finding')).toHaveCount(3);

  await page.getByRole('button', { name: 'Go on with B' }).click();
  await expect(buffer).toHaveValue('2');
  await expect(page.locator('.compare-policies .title').nth(1)).toHaveText('Baseline, 1 change');
  await page.getByRole('button', { name: 'Remove A', exact: true }).click();
  await expect(page.locator('.compare-policies li')).toHaveCount(3);
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(page.locator('#compare')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.compare-policies li')).toHaveCount(3);
});

test('every policy meets the luck of another seed', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Compare' }).click();
  await enter(page, 'limits.safetyBuffer', '24');
  await settled(page);
  const row = page.locator(cells, { hasText: 'Unsecured model' });
  const numbers = await row.innerText();
  await page.getByRole('textbox', { name: 'Seed' }).fill('another');
  await expect(page.locator('.compare-finding')).toHaveCount(1, { timeout: 20_000 });
  await settled(page);
  await expect.poll(() => row.innerText()).not.toBe(numbers);
  await expect(page.locator('.compare-policies .bar')).toHaveCount(2);
});

test('the last change is replayed: before, and after', async ({ page }) => {
  await open(page);
  const replay = page.getByRole('button', { name: 'Replay the last change' });
  await expect(replay).toBeHidden();
  const before = await fingerprint(page);
  await enter(page, 'limits.safetyBuffer', '24');
  await expect(page.locator('#fingerprint')).not.toHaveText(before);
  const after = await fingerprint(page);
  await replay.click();
  expect(await fingerprint(page)).toBe(before);
  await page.getByRole('button', { name: 'After', exact: true }).click();
  expect(await fingerprint(page)).toBe(after);
  await page.keyboard.press('Escape');
  await page.locator('body').click({ position: { x: 700, y: 5 } });
  await page.keyboard.press('r');
  expect(await fingerprint(page)).toBe(before);
  await page.keyboard.press('r');
  expect(await fingerprint(page)).toBe(after);
});

test('other assumptions are tried once the answer rests, and say so', async ({ page }) => {
  await open(page);
  await expect(page.locator('#across')).toHaveText(
    /^\d+ \([a-z ]+\) to \d+ \([a-z ]+\) across assumptions$/,
    { timeout: 20_000 },
  );
  await expect(page.locator('#sampling')).toHaveText('±1 from sampling');
  const range = await page.locator('.unsafe-range').getAttribute('aria-label');
  expect(range).toMatch(/^Past a danger point unprotected in 70 of 100 futures, 68 to 71 from sampling\./);
});
