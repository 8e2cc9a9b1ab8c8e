import type { ElementHandle, Page } from '@playwright/test';
import { messages } from '../../src/messages/messages';
import { expect, test } from './fixtures';
import { fingerprint, open, slider } from './simulator';

test('undo and redo, by key and by button, bring back every number', async ({ page }) => {
  await open(page);
  const first = await fingerprint(page);
  const buffer = slider(page, 'Safety buffer');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await buffer.press('End');
  await expect(page.locator('#fingerprint')).not.toHaveText(first);
  const second = await fingerprint(page);
  await buffer.press('Control+z');
  expect(await fingerprint(page)).toBe(first);
  await expect(buffer).toHaveAttribute('aria-valuetext', '6x');
  await buffer.press('Control+Shift+Z');
  expect(await fingerprint(page)).toBe(second);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await fingerprint(page)).toBe(first);
  await page.getByRole('button', { name: 'Redo' }).click();
  expect(await fingerprint(page)).toBe(second);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  expect(await fingerprint(page)).toBe(second);
});

test('a button keeps the focus when its own press leaves it nothing more to do', async ({ page }) => {
  await open(page);
  const buffer = slider(page, 'Safety buffer');
  await buffer.press('End');
  for (const name of ['Undo', 'Redo', 'Undo']) {
    const button = page.getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toBeDisabled();
    await expect(button).toBeFocused();
    const shown = await fingerprint(page);
    await page.keyboard.press('Enter');
    expect(await fingerprint(page)).toBe(shown);
  }
  const compare = page.getByRole('button', { name: 'Compare', exact: true });
  await compare.focus();
  for (let kept = 0; kept < 4; kept++) await page.keyboard.press('Enter');
  await expect(compare).toBeDisabled();
  await expect(compare).toBeFocused();
  await expect(page.locator('.compare-policies li')).toHaveCount(4);
});

test('after every change is taken back the focus is still in the settings', async ({ page }) => {
  await open(page);
  await slider(page, 'Safety buffer').press('End');
  await page.getByRole('button', { name: 'Reset 1 change' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Reset/ })).toBeHidden();
  await expect(page.locator('#settings *:focus')).toHaveCount(1);
});

test('the dialog lists every shortcut, and single letters can be switched off', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  const listed = await dialog.locator('dd').allInnerTexts();
  expect(listed.toSorted()).toEqual(Object.values<string>(messages.page.help.commands).toSorted());
  await page.getByLabel('Single letters work as shortcuts').uncheck();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('k');
  await expect(page.locator('#compare')).toHaveCount(0);
  await page.getByRole('button', { name: 'Keys' }).click();
  await page.getByLabel('Single letters work as shortcuts').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(page.locator('#compare')).toHaveCount(1);
});

test('a letter typed into a field is text', async ({ page }) => {
  await open(page);
  await page.getByRole('textbox', { name: 'Seed' }).fill('');
  await page.getByRole('textbox', { name: 'Seed' }).pressSequentially('sknr?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('#compare')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('sknr?');
});

test('the way past the settings leads to the answer and leaves the address alone', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the answer' })).toBeFocused();
  const address = page.url();
  await page.keyboard.press('Enter');
  await expect(page.locator('#answer')).toBeFocused();
  expect(page.url()).toBe(address);
});

/** The picture of what has the focus and a little around it. */
async function pictureOf(page: Page, element: ElementHandle<Element>): Promise<string> {
  const box = (await element.boundingBox())!;
  const view = page.viewportSize()!;
  const x = Math.max(0, box.x - 6);
  const y = Math.max(0, box.y - 6);
  const width = Math.min(box.width + 12, view.width - x);
  const height = Math.min(box.height + 12, view.height - y);
  return (await page.screenshot({ clip: { x, y, width, height } })).toString('base64');
}

test('the focus is visible wherever it goes', async ({ page }) => {
  await open(page);
  await expect(page.locator('canvas')).toHaveCount(2);
  const invisible: string[] = [];
  let stops = 0;
  for (; stops < 80; stops++) {
    await page.keyboard.press('Tab');
    const focused = (await page.evaluateHandle(() => document.activeElement)).asElement();
    if (focused === null) break;
    const { name, isOutlined } = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        name: element === document.body ? 'body' : element.id || element.outerHTML.slice(0, 80),
        isOutlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      };
    });
    if (name === 'body') break;
    if (isOutlined) continue;
    // Sliders show it on their thumb, charts by the line at the week that is read.
    const seen = await pictureOf(page, focused);
    await focused.evaluate((element) => (element as HTMLElement).blur());
    const unseen = await pictureOf(page, focused);
    if (seen === unseen) invisible.push(name);
    await focused.evaluate((element) => (element as HTMLElement).focus());
  }
  expect(stops).toBeGreaterThan(30);
  expect(invisible).toEqual([]);
});
