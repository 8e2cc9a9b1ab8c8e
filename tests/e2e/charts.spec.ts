import type { Page } from '@playwright/test';
import { axisOf, figures, grip, handle, openCharts, tableOf } from './charts';
import { expect, test } from './fixtures';
import {
  byId,
  enter,
  fingerprint,
  finger,
  open,
  openCompact,
  openSheet,
  phone,
  settled,
  sizes,
} from './simulator';

test.describe.configure({ mode: 'parallel' });

/** Whether the chart has a line across its plot at this height, in CSS pixels of the page. */
function hasLineAt(page: Page, y: number): Promise<boolean> {
  return page.locator('#capability canvas').evaluate((canvas: HTMLCanvasElement, at: number) => {
    const box = canvas.getBoundingClientRect();
    const ratio = canvas.width / box.width;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no 2d context');
    const row = Math.round((at - box.top) * ratio);
    /** The part of the plot's width in which a row is darker than those a little above and below. */
    const share = (middle: number): number => {
      const lightness = (y: number): number[] => {
        const { data } = context.getImageData(canvas.width * 0.1, y, canvas.width * 0.75, 1);
        return Array.from({ length: data.length / 4 }, (_, x) => {
          const alpha = data[4 * x + 3]! / 255;
          return alpha * (data[4 * x]! + data[4 * x + 1]! + data[4 * x + 2]!) + (1 - alpha) * 765;
        });
      };
      const [above, on, below] = [lightness(middle - 4), lightness(middle), lightness(middle + 4)];
      return on.filter((dark, x) => dark < above[x]! - 150 && dark < below[x]! - 150).length / on.length;
    };
    return [row - 1, row, row + 1].some((middle) => share(middle) > 0.6);
  }, y);
}

test.describe('a limit', () => {
  test.use({ viewport: sizes.laptop });

  test('is dragged by mouse and moved by keyboard, with its line and its setting', async ({ page }) => {
    await openCharts(page);
    const before = await fingerprint(page);
    const limit = handle(page, 'CBRN-4');
    const [box, said] = [byId(page, 't2.limit-box'), byId(page, 't2.limit-slider')];
    const start = await grip(limit);
    expect(await hasLineAt(page, start.y)).toBe(true);
    expect(await hasLineAt(page, start.y - 1.5 * start.doubling)).toBe(false);

    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    const { min, max, value } = await axisOf(limit);
    for (let step = 1; step <= 6; step++) {
      await page.mouse.move(start.x, start.y - (step / 2) * start.doubling);
      const now = await axisOf(limit);
      expect(now).toMatchObject({ min, max });
      expect(Math.abs(now.value - value - step / 2)).toBeLessThan(0.2);
      const text = (await limit.getAttribute('aria-valuetext')) ?? '';
      await expect(page.locator('.limit-value')).toHaveText(text);
      await expect(said).toHaveAttribute('aria-valuetext', text);
      expect(Math.log2(Number(await box.inputValue()))).toBeCloseTo(now.value, 2);
    }
    await page.mouse.up();
    await settled(page);
    const end = await grip(limit);
    await expect.poll(() => hasLineAt(page, end.y)).toBe(true);
    expect(await hasLineAt(page, end.y + 2 * end.doubling)).toBe(false);
    await expect(page.locator('#levels')).toContainText((await limit.getAttribute('aria-valuetext')) ?? '?');
    expect(await fingerprint(page)).not.toBe(before);
    await page.keyboard.press('Control+z');
    await expect(box).toHaveValue('1024');
    expect(await fingerprint(page)).toBe(before);

    // The axis makes room only when the limit is let go.
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x, start.y - (max - value) * start.doubling, { steps: 4 });
    await settled(page);
    expect(await axisOf(limit)).toMatchObject({ min, max });
    await page.mouse.up();
    await expect.poll(async () => (await axisOf(limit)).max).toBeGreaterThan(max);
    await page.keyboard.press('Control+z');
    await expect.poll(() => axisOf(limit)).toEqual({ min, max, value });

    await limit.focus();
    for (const [key, direction] of [
      ['ArrowUp', 1],
      ['ArrowDown', -1],
      ['ArrowRight', 1],
      ['ArrowLeft', -1],
      ['PageUp', 1],
      ['PageDown', -1],
      ['Home', -1],
      ['End', 1],
    ] as const) {
      const { value: from } = await axisOf(limit);
      await limit.press(key);
      await expect.poll(async () => Math.sign((await axisOf(limit)).value - from), key).toBe(direction);
      const text = (await limit.getAttribute('aria-valuetext')) ?? '';
      await expect(page.locator('.limit-value')).toHaveText(text);
      await expect(said).toHaveAttribute('aria-valuetext', text);
    }
    await limit.press('Escape');
    await expect(limit).toBeFocused();
    await limit.blur();
    await expect(page.locator('.limit-value')).toHaveCount(0);
  });

  test('has a handle where there is one, also on a scale of tasks', async ({ page }) => {
    await openCharts(page);
    const handles = page.locator('.limit-handle');
    for (const scenario of ['no-policy', 'anthropic-rsp-v1', 'metr-time-horizon-replay']) {
      await page.getByLabel('Scenario').selectOption(scenario);
      const none = page.locator('.level').getByLabel('no limit');
      const limits = await page
        .locator('.level')
        .getByRole('checkbox', { name: 'no limit', checked: false })
        .count();
      await expect(handles).toHaveCount(limits);
      if (limits === 0) continue;
      await none.first().click();
      await expect(handles).toHaveCount(limits - 1);
      await none.first().click();
      await expect(handles).toHaveCount(limits);
      await page.getByRole('button', { name: 'Add a level' }).click();
      await expect(handles).toHaveCount(limits + 1);
      for (const limit of await handles.all())
        await expect(limit).toHaveAttribute('aria-valuetext', /\d (h|min|weeks?|months?|years?)$|x$/);
    }
  });
});

test.describe('on a phone', () => {
  test.use(phone);

  test('a finger drags a limit, reads the chart and scrolls the page', async ({ page }) => {
    await openCharts(page);
    const limit = handle(page, 'CBRN-3');
    await limit.evaluate((input) => input.scrollIntoView({ block: 'center' }));
    const { x, y, doubling } = await grip(limit);
    const before = await axisOf(limit);
    const one = await finger(page);
    await one.put(x, y);
    for (let step = 1; step <= 8; step++) {
      await one.move(x, y - (step / 4) * doubling);
      expect(await axisOf(limit)).toMatchObject({ min: before.min, max: before.max });
    }
    await expect(page.locator('.limit-value')).toHaveText(
      (await limit.getAttribute('aria-valuetext')) ?? '?',
    );
    await one.lift();
    await expect(page.locator('.limit-value')).toHaveCount(0);
    const { value } = await axisOf(limit);
    expect(Math.abs(value - before.value - 2)).toBeLessThan(0.3);
    // The page stood still under the finger.
    const end = await grip(limit);
    expect(Math.abs(end.x - x)).toBeLessThan(1);
    expect(Math.abs(end.y - (y - 2 * doubling))).toBeLessThan(0.3 * doubling + 1);

    // Once all runs are in, what is above the chart no longer changes its height.
    await settled(page);
    const chart = page.locator('#activity .chart');
    await chart.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const place = (await chart.boundingBox())!;
    await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2);
    await expect(page.locator('#activity .readout')).toBeVisible();
    await expect(page.locator('#activity .readout strong')).toHaveText(/^week 1\d\d, of 100 futures$/);
    await page.locator('#levels h2').tap();
    await expect(page.locator('#activity .readout')).toBeHidden();

    await openSheet(page);
    expect(Math.log2(Number(await byId(page, 't1.limit-box').inputValue()))).toBeCloseTo(value, 2);
  });
});

/** What a readout of the week with these cells must name. */
function expectedReading(id: string, cells: readonly string[]): RegExp {
  if (id === 'activity') {
    const [unsafe, paused, suspended, withheld] = cells;
    return new RegExp(
      `, of 100 futures: deployed or used unsafely ${unsafe}, training paused ${paused}, internal use suspended ${suspended}, release held back ${withheld}$`,
    );
  }
  const [, low = '', median, high = '', , deployed, rival] = cells;
  const lowNumber = /^[\d.,]+/.exec(low)?.[0];
  // What reads alike is said once.
  const half = low === high ? high : `${lowNumber}[ a-z]* to ${high}`;
  return new RegExp(`: median ${median}, half of futures ${half}, deployed ${deployed}, rival ${rival}$`);
}

for (const scenario of ['baseline', 'metr-time-horizon-replay']) {
  test(`the charts of ${scenario} are read by keys and pointer, as their tables have it`, async ({
    page,
  }) => {
    await openCharts(page, scenario);
    for (const figure of figures) {
      const reader = page.locator(`#${figure.id} .reader`);
      const readout = page.locator(`#${figure.id} .readout`);
      const table = await tableOf(page, figure);
      const weeks = [...table.entries()];
      const reading = async (): Promise<string> => (await reader.getAttribute('aria-valuetext')) ?? '';
      /** Holds what is read against a row of the table, spoken and shown. */
      const isRow = async (row: number): Promise<void> => {
        const [heading, cells] = weeks.at(row)!;
        expect(await reading()).toMatch(expectedReading(figure.id, cells));
        expect((await reading()).startsWith(heading)).toBe(true);
        await expect(readout).toBeVisible();
        const said = await reading();
        const bare = (text: string): string => text.replace(/[\s,]/g, '');
        expect(bare(await readout.innerText())).toBe(bare(said).replace(':', ''));
      };

      await expect(readout).toBeHidden();
      await reader.focus();
      await isRow(-1);
      await reader.press('Home');
      await isRow(0);
      await reader.press('PageUp');
      await reader.press('PageUp');
      await isRow(1);
      await reader.press('ArrowRight');
      await expect(reader).toHaveValue('27');
      await reader.press('ArrowLeft');
      await isRow(1);
      await reader.press('PageDown');
      await expect(reader).toHaveValue('13');
      await reader.press('End');
      await isRow(-1);
      const horizon = Number(await reader.inputValue());
      await reader.press('ArrowRight');
      await expect(reader).toHaveValue(String(horizon));
      await reader.press('Escape');
      await expect(readout).toBeHidden();

      // The pointer reads where it is; the cursor's place says where a week is.
      const chart = page.locator(`#${figure.id} .chart`);
      const cursor = page.locator(`#${figure.id} .cursor`);
      const xOf = async (key: string): Promise<number> => {
        await reader.press(key);
        const { x, width } = (await cursor.boundingBox())!;
        return x + width / 2;
      };
      const [left, right] = [await xOf('Home'), await xOf('End')];
      await reader.blur();
      await expect(readout).toBeHidden();
      await chart.scrollIntoViewIfNeeded();
      const { y, height } = (await chart.boundingBox())!;
      await page.mouse.move(left + (52 / horizon) * (right - left), y + height * 0.7);
      await isRow(2);
      await page.mouse.move(left - 20, y + height * 0.7);
      await expect(readout).toBeHidden();
      await page.mouse.move(left + (78 / horizon) * (right - left), y + height * 0.7);
      await isRow(3);
      await page.mouse.move(5, 5);
      await expect(readout).toBeHidden();
    }
  });
}

test('the compact view has the same handles and readers', async ({ page }) => {
  await open(page);
  await openCompact(page);
  await expect(page.locator('canvas')).toHaveCount(1);
  const limit = handle(page, 'CBRN-3');
  const before = await page.getByRole('heading', { level: 1 }).innerText();
  await limit.press('End');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before);
  await page.locator('.reader').press('Home');
  await expect(page.locator('.readout')).toContainText('week 0');
});

/** The pictures of both charts, when nothing more is drawn on them. */
async function pictures(page: Page): Promise<string[]> {
  const taken = (): Promise<string[]> =>
    page
      .locator('canvas')
      .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));
  let before = await taken();
  await expect
    .poll(async () => {
      const now = await taken();
      const isSame = now.join() === before.join();
      before = now;
      return isSame;
    })
    .toBe(true);
  return before;
}

test('charts that have been drawn again and again are those of a page that opens the link', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 1800 });
  await openCharts(page);
  const untouched = await pictures(page);
  const buffer = byId(page, 'limits.safetyBuffer-slider');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft']) {
    await buffer.press(key);
  }
  await enter(page, 't2.limit', '300');
  await settled(page);
  await expect(page).toHaveURL(/t2\.limit=8\.229&limits\.safetyBuffer=/);
  const moved = await pictures(page);
  expect(moved).not.toEqual(untouched);
  const address = page.url();
  await page.goto('about:blank');
  await open(page, address);
  await expect(page.locator('canvas')).toHaveCount(2);
  expect(await pictures(page)).toEqual(moved);
});

test('years stand at their places on a narrow chart, where some are left out', async ({ page }) => {
  await page.setViewportSize(sizes.phone);
  await page.addInitScript(() => {
    const texts = new Map<string, number>();
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...most) {
      // Chart.js writes the labels of its axes at the origin, moved to their place.
      if (this.canvas.closest('#capability') !== null) texts.set(text, this.getTransform().e + x);
      fillText.call(this, text, x, y, ...most);
    };
    Object.assign(window, { texts });
  });
  await open(page);
  await page.locator('#capability').scrollIntoViewIfNeeded();
  await expect(page.locator('#capability canvas')).toBeVisible();
  const years = async (): Promise<Map<number, number>> => {
    const texts = await page.evaluate(() => [...(window as unknown as { texts: Map<string, number> }).texts]);
    return new Map(
      texts.flatMap(([text, x]): [number, number][] => {
        const years = text === 'start' ? 0 : /^(\d) years?$/.exec(text)?.[1];
        return years === undefined ? [] : [[Number(years), x]];
      }),
    );
  };
  await expect.poll(async () => (await years()).size).toBeGreaterThan(2);
  const places = await years();
  expect(places.size).toBeLessThan(6);
  const plot = (await page.locator('#capability .reader').boundingBox())!;
  const ratio = await page.evaluate(() => devicePixelRatio);
  const start = places.get(0)!;
  for (const [year, x] of places) {
    const wanted = (year / 5) * plot.width;
    expect(Math.abs((x - start) / ratio - wanted)).toBeLessThan(plot.width / 12);
  }
});
