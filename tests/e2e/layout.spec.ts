import { AxeBuilder } from '@axe-core/playwright';
import { presetIds } from './presetIds';
import { expect, test } from './fixtures';
import { headline, open, settled, sizes } from './simulator';

for (const [name, viewport] of Object.entries(sizes)) {
  test.describe(`at ${name} size`, () => {
    test.use({ viewport, ...(name === 'phone' ? { hasTouch: true, isMobile: true } : {}) });

    test('every scenario fits', async ({ page }) => {
      await open(page);
      await expect(page.locator('canvas')).toHaveCount(2);
      for (const id of presetIds) {
        await page.getByLabel('Scenario').selectOption(id);
        await settled(page);
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(excess, `${id} is wider than the page`).toBeLessThanOrEqual(0);
        if (name === 'phone') continue;
        for (const part of [headline(page), page.locator('.outcomes'), page.locator('#capability canvas')]) {
          await expect(part, id).toBeInViewport({ ratio: 1 });
        }
      }
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`accessibility rules hold in ${colorScheme} colours`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await open(page);
        await expect(page.locator('canvas')).toHaveCount(2);
        await page.getByText('Capability in numbers').click();
        const opener = page.getByRole('button', { name: 'Change the policy' });
        if (await opener.isVisible()) {
          await opener.click();
          await page.waitForTimeout(250);
        }
        for (const component of ['response', 'limits']) {
          await page.locator(`#component-${component} > summary`).click();
          await page.locator(`#component-${component} .more > summary`).click();
        }
        const box = page.locator('[id="limits.safetyBuffer-box"]');
        await box.fill('0');
        await box.press('Tab');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    }
  });
}

test('the charts are drawn: colours, not blank', async ({ page }) => {
  await open(page);
  await expect(page.locator('canvas')).toHaveCount(2);
  for (const canvas of await page.locator('canvas').all()) {
    const { coloured, colours } = await canvas.evaluate((element: HTMLCanvasElement) => {
      const context = element.getContext('2d');
      if (context === null) throw new Error('no 2d context');
      const { data } = context.getImageData(0, 0, element.width, element.height);
      const seen = new Set<number>();
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] === 0) continue;
        count++;
        seen.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
      }
      return { coloured: count / (data.length / 4), colours: seen.size };
    });
    expect(coloured).toBeGreaterThan(0.05);
    expect(colours).toBeGreaterThan(20);
  }
});

test('the charts follow the colour scheme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  await expect(page.locator('canvas')).toHaveCount(2);
  const picture = () =>
    page.locator('#capability canvas').evaluate((element: HTMLCanvasElement) => element.toDataURL());
  const light = await picture();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(picture).not.toBe(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(picture).toBe(light);
});

test('in a frame that refuses workers the page still answers', async ({ page, baseURL }) => {
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${baseURL}" width="1200" height="800"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('#answer')).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(/^In \d+ of 100 futures/);
  await expect(frame.locator('canvas')).toHaveCount(2);
  expect(page.workers()).toEqual([]);
});
