import type { Page } from '@playwright/test';
import { presetIds } from './presetIds';
import { expect, test } from './fixtures';
import { enter, headline, open, settled } from './simulator';

async function printed(page: Page): Promise<{ pages: number; width: number; height: number }> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width = '', height = ''] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(text) ?? [];
  return {
    pages: text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    width: Number(width),
    height: Number(height),
  };
}

/** What is on the sheet, which is there only while the page is printed. */
async function sheet(page: Page): Promise<{ text: string; inked: number[] }> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const content = await page.evaluate(() => {
    const element = document.querySelector<HTMLElement>('.sheet');
    if (element === null) throw new Error('there is no sheet');
    const inked = [...element.querySelectorAll('canvas')].map((canvas) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) count++;
      return count / (data.length / 4);
    });
    return { text: element.textContent, inked };
  });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  return content;
}

test('every scenario is one A4 page', { tag: '@long' }, async ({ page }) => {
  await open(page);
  await expect(page.locator('canvas')).toHaveCount(2);
  for (const id of presetIds) {
    await page.getByLabel('Scenario').selectOption(id);
    await settled(page);
    const { pages, width, height } = await printed(page);
    expect({ id, pages }).toEqual({ id, pages: 1 });
    expect(Math.round(width)).toBe(595);
    expect(Math.round(height)).toBe(842);
  }
});

test('the fullest page is still one: six levels, many changes, three policies kept', async ({ page }) => {
  await open(page);
  await page.getByLabel('Scenario').selectOption('metr-time-horizon-replay');
  for (let kept = 0; kept < 3; kept++) {
    await page.getByRole('button', { name: 'Compare' }).click();
    await enter(page, 'limits.safetyBuffer', String(3 + kept));
  }
  const levels = page.locator('[id$=".limit-slider"]');
  for (let count = await levels.count(); count < 6; count++) {
    await page.getByRole('button', { name: 'Add a level' }).click();
    await expect(levels).toHaveCount(count + 1);
  }
  for (const [index, field] of ['t1.limit', 't2.limit', 't3.limit', 't4.limit'].entries()) {
    await enter(page, field, String(2 + index * 7));
  }
  await settled(page);
  await expect(page.locator('.compare-finding')).toHaveCount(3);
  expect((await printed(page)).pages).toBe(1);
});

test('the page says what the screen says: finding, policy, changes, caveats, fingerprint, link', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await expect(page.locator('canvas')).toHaveCount(2);
  await enter(page, 'limits.safetyBuffer', '12');
  await settled(page);
  const finding = await headline(page).innerText();
  const shown = await page.locator('#fingerprint').innerText();
  const { text, inked } = await sheet(page);
  for (const part of [
    finding,
    'Baseline, 1 change',
    'Safety buffer: 6x → 12x',
    '3 levels, 12x buffer',
    'It predicts nothing about any company.',
    shown,
    '#v1/baseline?limits.safetyBuffer=3.585',
    'from sampling',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain('Compared under the same luck');
  expect(inked).toHaveLength(2);
  for (const share of inked) expect(share).toBeGreaterThan(0.02);
});

test('policies compared are a table, measured by the one on the page', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Compare' }).click();
  await enter(page, 'limits.safetyBuffer', '24');
  await settled(page);
  const difference = await page.locator('#compare .strong .difference').innerText();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const rows = page.locator('.sheet-policies tbody tr');
  await expect(rows).toHaveText([/^\s*A\s*Baseline\d/, /B\s*Baseline, 1 change: Safety buffer: 6x → 24x/]);
  const [low = '', high = ''] = /−(\d+) to −(\d+)/.exec(difference)?.slice(1) ?? [];
  await expect(rows.first()).toContainText(`(+${high} to +${low})`);
  await expect(rows.last()).toContainText('this policy');
});
