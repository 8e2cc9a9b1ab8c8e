import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { enter, fingerprint, headline, open, settled } from './simulator';

const box = (page: Page, id: string) => page.locator(`[id="${id}-box"]`);
const notice = (page: Page) => page.locator('.notice');

/** The address, once it has caught up with what is shown. */
async function settledAddress(page: Page): Promise<string> {
  const shown = await fingerprint(page);
  await expect.poll(() => page.url()).toContain(`fp=${shown}`);
  return page.url();
}

test.describe('the address', () => {
  test('is left alone until something is chosen, then says what is shown', async ({ page }) => {
    await open(page);
    const first = page.url();
    expect(first).not.toContain('#');
    await enter(page, 'limits.safetyBuffer', '12');
    const address = await settledAddress(page);
    expect(address).toMatch(/#v1\/baseline\?limits\.safetyBuffer=3\.585&seed=1&run=0&fp=[0-9a-f]{16}&/);
    // Nothing to go back to but the page before.
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  });

  test('opens the same numbers elsewhere, to the last bit, and says so', async ({ page, context }) => {
    await open(page);
    await page.getByLabel('Scenario').selectOption('anthropic-rsp-v1');
    await page.locator('#component-response > summary').click();
    await page.getByRole('checkbox', { name: 'Recall deployed models' }).uncheck();
    await page.getByRole('textbox', { name: 'Seed' }).fill('Łuck & 7');
    await page.getByRole('button', { name: 'Another future' }).click();
    const shown = await fingerprint(page);
    await expect.poll(() => page.url()).toContain('&run=1&');
    const address = await settledAddress(page);

    const other = await context.newPage();
    await other.goto(address);
    expect(await fingerprint(other)).toBe(shown);
    await expect(other.getByText(`the fingerprint ${shown} matches`)).toBeVisible();
    await expect(other.getByRole('textbox', { name: 'Seed' })).toHaveValue('Łuck & 7');
    await expect(other.locator('#component-response')).toHaveAttribute('open', '');
    await expect(other.getByRole('checkbox', { name: 'Recall deployed models' })).not.toBeChecked();
    await expect(other.locator('.one-future')).toContainText('Future 1 ');
    await expect(notice(other)).toHaveCount(0);
    // Programs that cut at # keep what follows ?s=.
    await other.goto(address.replace('#', '?s='));
    expect(await fingerprint(other)).toBe(shown);
    await expect(other.getByText('matches')).toBeVisible();
  });

  test('that was edited opens with a notice; a wrong fingerprint is called wrong', async ({ page }) => {
    await open(page);
    await enter(page, 'limits.safetyBuffer', '12');
    const address = await settledAddress(page);
    await page.goto('about:blank');
    await page.goto(address.replace('safetyBuffer=3.585', 'safetyBuffer=3'));
    await settled(page);
    await expect(notice(page)).toContainText('edited or cut since it was shared');
    await expect(box(page, 'limits.safetyBuffer')).toHaveValue('8');
    await expect(page.getByText('These are not the numbers that were shared')).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice(page)).toHaveCount(0);
  });

  for (const [name, hash, said] of [
    ['broken', '#v1/baselin?limits.safetyBuffr=3&seed=', ['baselin', 'limits.safetyBuffr', 'seed', 'run']],
    ['too new', '#v2/baseline?seed=1&run=0', ['a link of version 1']],
    ['foreign', '#access_token=abc', ['a link of this simulator']],
  ] as const) {
    test(`that is ${name} says all that is wrong and what is shown instead`, async ({ page }) => {
      await page.goto(`/${hash}`);
      await settled(page);
      await expect(notice(page)).toContainText('could not be opened. Shown instead: Baseline.');
      for (const part of said) await expect(notice(page)).toContainText(part);
      await expect(page.getByLabel('Scenario')).toHaveValue('baseline');
    });
  }

  test('pasted over another is opened at once, and undo leads back', async ({ page }) => {
    await open(page);
    await enter(page, 'limits.safetyBuffer', '12');
    const address = await settledAddress(page);
    const shown = await fingerprint(page);
    await page.getByLabel('Scenario').selectOption('no-policy');
    const other = await settledAddress(page);
    expect(other).not.toBe(address);
    await page.evaluate((hash) => (location.hash = hash), new URL(address).hash);
    await expect(page.getByLabel('Scenario')).toHaveValue('baseline');
    expect(await fingerprint(page)).toBe(shown);
    // In a box it would be the browser's own.
    await page.locator('#answer').focus();
    await page.keyboard.press('Control+z');
    await expect(page.getByLabel('Scenario')).toHaveValue('no-policy');
  });
});

test.describe('the dialog', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copies link, text, address for Office, citation, BibTeX and embedding', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this result' });
    await expect(dialog).toBeVisible();
    const shown = await page.locator('#fingerprint').innerText();
    const seen = new Set<string>();
    for (const [label, button, part] of [
      ['Link', 'Copy link', '#v1/baseline?'],
      ['With the finding', 'Copy text', 'In 70 of 100 futures'],
      ['For Word', 'Copy', '?s=v1/baseline?'],
      ['In a text', 'Copy', `fingerprint ${shown}`],
      ['BibTeX', 'Copy', '@software{rsp-simulator-'],
      ['Embed', 'Copy HTML', 'embed=yes'],
    ] as const) {
      const field = page.locator('.copy-field', { has: page.getByLabel(label) });
      await field.getByRole('button', { name: button }).click();
      await expect(field.getByText('Copied')).toBeVisible();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(part);
      seen.add(copied);
    }
    expect(seen.size).toBe(6);
    await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();
  });
});

test.describe('files', () => {
  test('are saved, changed and opened again by choice and by drop', async ({ page }) => {
    // Asked for before anything else: a dialog that opens first would be the browser's own.
    const chooser = page.waitForEvent('filechooser');
    await open(page);
    await page.getByLabel('Scenario').selectOption('metr-ideal');
    await enter(page, 'limits.safetyBuffer', '3');
    const shown = await fingerprint(page);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save file' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('metr-ideal.json');
    const text = await readFile(await download.path(), 'utf8');
    await page.keyboard.press('Escape');

    await page.getByLabel('Scenario').selectOption('no-policy');
    await page.locator('#answer').focus();
    await page.keyboard.press('o');
    await (
      await chooser
    ).setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(notice(page)).toContainText('Opened from the file mine.json.');
    expect(await fingerprint(page)).toBe(shown);
    await expect(page.getByLabel('Scenario')).toHaveValue('file');

    // One that is wrong changes nothing and says all that is wrong with it.
    const broken = text
      .replace('"horizon": 260', '"horizon": 2')
      .replace('"seed"', '"sed"')
      .replace('"elicitationGap": 1', '"elicitationGap": "one"');
    await drop(page, 'broken.json', broken);
    await expect(notice(page)).toContainText('The file broken.json could not be opened.');
    await expect(notice(page)).toContainText('world.horizon: expected a whole number from 26 to 520');
    await expect(notice(page)).toContainText('world.elicitationGap');
    expect(await fingerprint(page)).toBe(shown);
    await drop(page, 'whole.json', text.replace('"horizon": 260', '"horizon": 52'));
    await expect(notice(page)).toContainText('Opened from the file whole.json.');
    expect(await fingerprint(page)).not.toBe(shown);

    // Texts that are there twice are both shown.
    const twice = { ...(JSON.parse(text) as object), caveats: ['The same.', 'The same.'] };
    await drop(page, 'twice.json', JSON.stringify(twice));
    expect(await fingerprint(page)).toBe(shown);
    await expect(page.locator('.colophon').getByText('The same.')).toHaveCount(2);
    await page.getByLabel('Scenario').selectOption('no-policy');
    await expect(notice(page)).toHaveCount(0);
  });

  test('of results are those that the page shows', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const shown = await page.locator('#fingerprint').innerText();
    for (const [button, part] of [
      ['Results as CSV', `ensemble,fingerprint,,,${shown}`],
      ['Results as JSON', `"fingerprint": "${shown}"`],
    ] as const) {
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      expect(await readFile(await (await saving).path(), 'utf8')).toContain(part);
    }
  });
});

async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'application/json' }));
      return transfer;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Drop a scenario file to open it')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(page.getByText('Drop a scenario file to open it')).toHaveCount(0);
}

test('the compact view runs in a frame that refuses workers, and leads to the whole page', async ({
  page,
  context,
}) => {
  await open(page);
  await enter(page, 'limits.safetyBuffer', '24');
  const shown = await headline(page).innerText();
  await settledAddress(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const html = (await page.locator('#share-embed').inputValue()).replace(' allow-same-origin', '');
  const article = await context.newPage();
  await article.setContent(`<p>An article.</p><div>${html}</div>`);
  const frame = article.frameLocator('iframe');
  await expect(frame.locator('#answer')).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
  expect(article.workers()).toEqual([]);
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(await headline(page).innerText());
  expect(shown).not.toBe('');
  await expect(frame.locator('canvas')).toHaveCount(1);
  // It fits its frame.
  const excess = await frame.locator('main').evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return [scrollHeight - clientHeight, scrollWidth - clientWidth];
  });
  expect(Math.max(...excess)).toBeLessThanOrEqual(0);
  const opening = context.waitForEvent('page');
  await frame.getByRole('link', { name: 'Open in the simulator' }).click();
  const whole = await opening;
  await settled(whole);
  await expect(whole.locator('#fingerprint')).toHaveText(await page.locator('#fingerprint').innerText());
});
