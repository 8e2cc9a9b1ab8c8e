import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { presetIds } from './presetIds';
import { expect, test } from './fixtures';
import {
  byId,
  excessWidth,
  headline,
  open,
  openCompact,
  openFold,
  openSheet,
  phone,
  settingOf,
  settled,
  sizes,
  thumb,
} from './simulator';

/** Parts of the page that are not there at first, and how to come to them. */
const states = {
  'the comparison': async (page, isPhone) => {
    if (isPhone) await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.locator('.compare-finding')).toHaveCount(1);
    await page.getByText('What else differs').click();
  },
  'the dialog for sharing': async (page) => {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the list of shortcuts': async (page) => {
    await page.locator('#answer').focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the world': async (page) => {
    await openFold(page, 'component-world');
    await openFold(page, 'world-growth');
    await settingOf(page, 'growth').getByLabel('as a range').check();
    await settingOf(page, 'growth').locator('summary.mark').click();
    await expect(page.locator('.card')).toBeVisible();
  },
  'a refused link': async (page) => {
    await page.evaluate(() => (location.hash = '#v1/baselin?limits.safetyBuffr=3&seed='));
    await expect(page.locator('.notice.wrong')).toBeVisible();
  },
  'the compact view': async (page) => {
    await openCompact(page);
    await expect(page.locator('canvas')).toHaveCount(1);
  },
} as const satisfies Record<string, (page: Page, isPhone: boolean) => Promise<void>>;

/** Which of them is looked at where. */
const looks = {
  laptop: {
    light: 'the comparison',
    dark: 'the list of shortcuts',
    forced: 'the dialog for sharing',
  },
  projector: {
    light: 'the world',
    dark: 'the comparison',
    forced: 'the compact view',
  },
  phone: {
    light: 'the dialog for sharing',
    dark: 'a refused link',
    forced: 'the world',
  },
} as const satisfies Record<keyof typeof sizes, Record<string, keyof typeof states>>;

/** No rule of accessibility is broken, and nothing is wider than the page. */
async function looksRight(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await excessWidth(page)).toBeLessThanOrEqual(0);
}

for (const [name, viewport] of Object.entries(sizes)) {
  test.describe(`at ${name} size`, () => {
    test.use(name === 'phone' ? phone : { viewport });

    // A laptop has the projector's layout with more room.
    test('every scenario fits', { tag: name === 'phone' ? [] : '@long' }, async ({ page }) => {
      await open(page);
      await expect(page.locator('canvas')).toHaveCount(2);
      for (const id of presetIds) {
        await page.getByLabel('Scenario').selectOption(id);
        await settled(page);
        expect(await excessWidth(page), `${id} is wider than the page`).toBeLessThanOrEqual(0);
        if (name === 'phone') continue;
        for (const part of [headline(page), page.locator('.outcomes'), page.locator('#capability canvas')]) {
          await expect(part, id).toBeInViewport({ ratio: 1 });
        }
      }
    });

    for (const [colours, state] of Object.entries(looks[name as keyof typeof looks])) {
      test(`accessibility rules hold in ${colours} colours, and ${state} fits`, async ({ page }) => {
        test.setTimeout(60_000);
        await page.emulateMedia(
          colours === 'forced'
            ? { forcedColors: 'active' }
            : { colorScheme: colours === 'dark' ? 'dark' : 'light' },
        );
        await open(page);
        await expect(page.locator('canvas')).toHaveCount(2);
        await page.getByText('Capability in numbers').click();
        if (name === 'phone') await openSheet(page);
        for (const component of ['response', 'limits']) {
          await page.locator(`#component-${component} > summary`).click();
          await page.locator(`#component-${component} .more > summary`).click();
        }
        await settingOf(page, 'limits.safetyBuffer').locator('summary.mark').click();
        await expect(page.locator('.card')).toBeVisible();
        const box = byId(page, 'limits.safetyBuffer-box');
        await box.fill('0');
        await box.press('Tab');
        await looksRight(page);
        await states[state](page, name === 'phone');
        await looksRight(page);
      });
    }

    test('what has the focus is never covered, forwards and backwards', async ({ page }) => {
      await open(page);
      await expect(page.locator('canvas')).toHaveCount(2);
      if (name === 'phone') await openSheet(page);
      await openFold(page, 'component-world');
      await openFold(page, 'world-growth');
      const covered: string[] = [];
      for (const [key, most] of [
        ['Tab', 60],
        ['Shift+Tab', 60],
      ] as const) {
        let stops = 0;
        for (; stops < most; stops++) {
          await page.keyboard.press(key);
          const found = await page.evaluate(coveredFocus);
          if (found === 'none') break;
          if (found !== '') covered.push(`${key}: ${found}`);
        }
        expect(stops).toBeGreaterThan(20);
      }
      expect(covered).toEqual([]);
    });
  });
}

/** What has the focus, where another part of the page covers it; `none` where nothing has it. */
function coveredFocus(): string {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'none';
  // A chart's handles and readers are as large as the chart; what is seen of them is inside.
  if (focused.matches('.limit-handle, .reader')) return '';
  const { left, top, width, height } = focused.getBoundingClientRect();
  const at = document.elementFromPoint(left + Math.min(width / 2, 60), top + Math.min(height / 2, 60));
  const isSeen =
    at !== null && (focused.contains(at) || at.contains(focused) || at.closest('label')?.control === focused);
  return isSeen ? '' : focused.id || focused.outerHTML.slice(0, 80);
}

test('under reduced motion nothing moves by itself; without it, a replayed change does', async ({ page }) => {
  const moving = (): Promise<number> => page.evaluate(() => document.getAnimations().length);
  const replay = page.getByRole('button', { name: /Replay the last change|After/ });
  await page.setViewportSize(sizes.phone);
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion });
    await open(page);
    let most = 0;
    const watch = async (act: () => Promise<unknown>): Promise<void> => {
      await act();
      most = Math.max(most, await moving());
    };
    await watch(() => page.getByRole('button', { name: 'Change the policy' }).press('Enter'));
    await watch(() => byId(page, 'limits.safetyBuffer-slider').press('End'));
    await watch(() => settled(page));
    await watch(() => page.locator('#component-response > summary').press('Enter'));
    await watch(() => page.locator('#settings').press('Escape'));
    await watch(() => replay.press('Enter'));
    await watch(() => replay.press('Enter'));
    await watch(() => page.getByRole('button', { name: 'Share', exact: true }).press('Enter'));
    if (reducedMotion === 'reduce') expect(most).toBe(0);
    else expect(most).toBeGreaterThan(0);
  }
});

for (const name of ['projector', 'phone'] as const) {
  test(`nothing shifts while a setting or a limit is dragged at ${name} size`, async ({ page }) => {
    await page.setViewportSize(sizes[name]);
    await open(page);
    await expect(page.locator('canvas')).toHaveCount(2);
    if (name === 'phone') await openSheet(page);
    // On a phone, what is farther down is out of view.
    const setting = '[id="limits.safetyBuffer-slider"]';
    const parts = ['h1', '.bar', setting, '#capability canvas', '#activity canvas'];
    if (name === 'projector') parts.push('.rail', '.levels');
    const places = () => Promise.all(parts.map((part) => page.locator(part).first().boundingBox()));
    const drag = async (from: { x: number; y: number }, dx: number, dy: number): Promise<void> => {
      const before = await places();
      const said = await headline(page).innerText();
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (let step = 1; step <= 8; step++) {
        await page.mouse.move(from.x + (step * dx) / 8, from.y + (step * dy) / 8);
        expect(await places()).toEqual(before);
      }
      await expect(headline(page)).not.toHaveText(said);
      expect(await places()).toEqual(before);
      await page.mouse.up();
      await settled(page);
      expect(await places()).toEqual(before);
    };
    await drag(await thumb(page.locator(setting)), 60, 0);
    // On a phone the headline may take one more line; the browser keeps the chart under the finger.
    if (name === 'phone') return;
    const limit = page.locator('.limit-handle').first();
    await limit.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await limit.boundingBox())!;
    const place = await limit.evaluate(
      (input: HTMLInputElement) =>
        (Number(input.max) - input.valueAsNumber) / (Number(input.max) - Number(input.min)),
    );
    await drag({ x: x + width / 2, y: y + width / 2 + place * (height - width) }, 0, -60);
  });
}

test('the charts are drawn: colours, not blank', async ({ page }) => {
  await open(page);
  await expect(page.locator('canvas')).toHaveCount(2);
  for (const canvas of await page.locator('canvas').all()) {
    const drawn = () =>
      canvas.evaluate((element: HTMLCanvasElement) => {
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
    // They are drawn once they are in view.
    await canvas.scrollIntoViewIfNeeded();
    await expect.poll(async () => (await drawn()).coloured).toBeGreaterThan(0.05);
    expect((await drawn()).colours).toBeGreaterThan(20);
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
