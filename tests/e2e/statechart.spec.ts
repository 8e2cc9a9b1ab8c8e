import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { labDefinition } from '../../src/model/labDefinition';
import { expect, test } from './fixtures';
import { excessWidth, looks, open, phone, sizes } from './simulator';

/** Opens the story of one future and the statechart in it, and waits until all is played. */
async function openChart(page: Page): Promise<Locator> {
  await open(page);
  await page.locator('#story > summary').click();
  await page.getByText('The statechart behind it, played by XState').click();
  await expect(page.locator('.statechart-foot')).toContainText('XState has played this future');
  return page.locator('.statechart');
}

/** Goes from the start to the first event of the statechart that a text is said of. */
async function goTo(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'To the start' }).click();
  const taken = page.locator('.statechart-taken');
  for (let step = 0; step < 40; step++) {
    if ((await taken.innerText()).includes(text)) return;
    await page.getByRole('button', { name: 'A step forward' }).click();
  }
  throw new Error(`No event has ${text}`);
}

const region = (chart: Locator, name: string): Locator => chart.getByRole('group', { name, exact: true });

for (const [name, colorScheme] of looks) {
  test.describe(`at ${name} size in ${colorScheme} colours`, () => {
    test.use(name === 'phone' ? phone : { viewport: sizes[name] });

    test('the statechart is whole, accessible and within the page', async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const chart = await openChart(page);
      await goTo(page, 'Training');
      await expect(chart.locator('.statechart-region')).toHaveCount(10);
      await expect(chart.locator('.state.now[aria-current]')).toHaveCount(10);
      await expect(chart.locator('.edge.taken[aria-current]')).not.toHaveCount(0);
      const tight = await chart.locator('.state').evaluateAll((all) =>
        all.flatMap((state) => {
          const [text, box] = ['text', '.box'].map((part) => state.querySelector<SVGGraphicsElement>(part)!);
          return text!.getBBox().width + 8 > box!.getBBox().width ? [text!.textContent] : [];
        }),
      );
      expect(tight).toEqual([]);
      expect(await excessWidth(page)).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).include('.statechart').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  });
}

test('every state and transition is reached by keyboard, in sight, and says what it is', async ({ page }) => {
  const chart = await openChart(page);
  await goTo(page, 'Training');
  const explained = chart.locator('.statechart-explained');
  await region(chart, 'Training').locator('[tabindex="0"]').focus();
  for (const next of ['Internal use', 'New release']) {
    await page.keyboard.press('Tab');
    await expect(region(chart, next).locator(':focus')).toHaveAttribute('aria-current', 'true');
  }
  await page.keyboard.press('Home');
  const parts = region(chart, 'New release').getByRole('button');
  const count = await parts.count();
  expect(count).toBe(3 + 9);
  for (let at = 0; at < count; at++) {
    const part = parts.nth(at);
    await expect(part).toBeFocused();
    await expect(part).toBeInViewport();
    const said = (await part.getAttribute('aria-label')) ?? '';
    const heading = await explained.locator('strong').innerText();
    expect(said.startsWith(`${heading}.`), `${said} begins with ${heading}`).toBe(true);
    await page.keyboard.press('ArrowDown');
  }
});

test('the level shown is the one that something happens to, until another one is chosen', async ({
  page,
}) => {
  const chart = await openChart(page);
  await goTo(page, 'CBRN-3, warning');
  await expect(chart.getByRole('heading', { name: 'CBRN-3' })).toBeVisible();
  await chart.getByRole('combobox').selectOption('AI R&D-4');
  await expect(chart.getByRole('heading', { name: 'AI R&D-4' })).toBeVisible();
  await expect(region(chart, 'Danger point')).toBeVisible();
  await page.getByText('What the lab knew').click();
  await expect(region(chart, 'Danger point')).toHaveCount(0);
});

test('the statechart that is offered is the one that is played', async ({ page }) => {
  await openChart(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the statechart' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('rsp-statechart-3-levels.json');
  expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual(labDefinition(3));
});
