import { readFile } from 'node:fs/promises';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { capabilityText } from '../../src/app/people/capabilityText';
import { perHundredShort } from '../../src/app/people/shareText';
import { expect, test } from './fixtures';
import {
  byId,
  fingerprint,
  finger,
  open,
  openCompact,
  openScenario,
  phone,
  settled,
  sizes,
} from './simulator';

test.describe.configure({ mode: 'parallel' });

const figures = [
  { id: 'capability', table: 'Capability in numbers' },
  { id: 'activity', table: 'What the lab is doing, in numbers' },
] as const;

/** Opens the page and waits until both charts stand. */
async function openCharts(page: Page, scenario = 'baseline'): Promise<void> {
  await openScenario(page, scenario);
  await expect(page.locator('canvas')).toHaveCount(2);
}

function handle(page: Page, level: string): Locator {
  return page
    .locator('.limit-handle')
    .and(page.getByRole('slider', { name: `Limit of ${level}`, exact: true }));
}

interface Axis {
  readonly min: number;
  readonly max: number;
  readonly value: number;
}

function axisOf(limit: Locator): Promise<Axis> {
  return limit.evaluate((input: HTMLInputElement) => ({
    min: Number(input.min),
    max: Number(input.max),
    value: input.valueAsNumber,
  }));
}

/** The middle of a handle, in CSS pixels of the page, and how many of them are a doubling. */
async function grip(limit: Locator): Promise<{ x: number; y: number; doubling: number }> {
  const { x, y, width, height } = (await limit.boundingBox())!;
  const { min, max, value } = await axisOf(limit);
  const doubling = (height - width) / (max - min);
  return { x: x + width / 2, y: y + width / 2 + (max - value) * doubling, doubling };
}

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
    expect(Math.log2(Number(await byId(page, 't1.limit-box').inputValue()))).toBeCloseTo(value, 2);
    // The page stood still under the finger.
    const end = await grip(limit);
    expect(Math.abs(end.x - x)).toBeLessThan(1);
    expect(Math.abs(end.y - (y - 2 * doubling))).toBeLessThan(0.3 * doubling + 1);

    const chart = page.locator('#activity .chart');
    await chart.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const place = (await chart.boundingBox())!;
    await page.touchscreen.tap(place.x + place.width / 2, place.y + place.height / 2);
    await expect(page.locator('#activity .readout')).toBeVisible();
    await expect(page.locator('#activity .readout strong')).toHaveText(/^week 1\d\d, of 100 futures$/);
    await page.locator('#levels h2').tap();
    await expect(page.locator('#activity .readout')).toBeHidden();
  });
});

/** A figure's table: the cells of each row, by the row's heading. */
async function tableOf(page: Page, { id, table }: (typeof figures)[number]): Promise<Map<string, string[]>> {
  const details = page.locator(`#${id} details.data`);
  if ((await details.getAttribute('open')) === null) await details.getByText(table).click();
  // The rows are made when the table opens.
  await expect(details.locator('tbody tr').first()).toBeVisible();
  const rows = await details
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  return new Map(rows.map(([heading = '', ...cells]) => [heading, cells]));
}

/** What a readout of the week with these cells must name. */
function expectedReading(id: string, cells: readonly string[]): RegExp {
  if (id === 'activity') {
    const [paused, suspended, withheld] = cells;
    return new RegExp(
      `, of 100 futures: training paused ${paused}, internal use suspended ${suspended}, release held back ${withheld}$`,
    );
  }
  const [, low = '', median, high = '', , deployed, rival] = cells;
  const lowNumber = /^[\d.,]+/.exec(low)?.[0];
  return new RegExp(
    `: median ${median}, half of futures ${lowNumber}[ a-z]* to ${high}, deployed ${deployed}, rival ${rival}$`,
  );
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

async function downloaded(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).press('Enter');
  const download = await saving;
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** The rows of a CSV file, fields by the heads of their columns. */
function parseCsv(text: string): Record<string, string>[] {
  const [heads = [], ...rows] = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  expect(new Set(heads).size).toBe(heads.length);
  for (const row of rows) expect(row).toHaveLength(heads.length);
  return rows.map((row) => Object.fromEntries(heads.map((head, k) => [head, row[k]!])));
}

/** Size of a PNG by its header, and what its pixels are. */
async function look(context: BrowserContext, png: Buffer) {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(png.toString('latin1', 12, 16)).toBe('IHDR');
  const size = { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
  const page = await context.newPage();
  const pixels = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, image.width, image.height);
    const colours = new Set<number>();
    /** Of each tenth of the height, the share that is not the paper's colour. */
    const inked = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < data.length; i += 4) {
      const colour = (data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!;
      colours.add(colour);
      const isPaper = data[i] === data[0] && data[i + 1] === data[1] && data[i + 2] === data[2];
      if (!isPaper) inked[Math.floor((i / data.length) * 10)]! += 40 / data.length;
    }
    return { colours: colours.size, inked };
  }, png.toString('base64'));
  await page.close();
  return { ...size, ...pixels };
}

/** Pixels of a chart that are as good as one of the page's colours. */
function pixelsOf(page: Page, id: string, token: string): Promise<number> {
  return page.locator(`#${id} canvas`).evaluate((canvas: HTMLCanvasElement, name) => {
    const probe = new OffscreenCanvas(1, 1).getContext('2d')!;
    probe.fillStyle = getComputedStyle(document.body).getPropertyValue(name).trim();
    probe.fillRect(0, 0, 1, 1);
    const wanted = probe.getImageData(0, 0, 1, 1).data;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const isNear = [0, 1, 2, 3].every((k) => Math.abs(data[i + k]! - wanted[k]!) <= 24);
      if (isNear) count++;
    }
    return count;
  }, token);
}

test('what a chart shows is saved as CSV and PNG, also of compared policies, which are drawn and named', async ({
  page,
  context,
}) => {
  test.setTimeout(60_000);
  await openCharts(page);
  for (const { id } of figures) expect(await pixelsOf(page, id, '--policy-a')).toBeLessThan(20);
  await page.getByRole('button', { name: 'Compare' }).click();
  await byId(page, 'limits.safetyBuffer-box').fill('24');
  await settled(page);
  await expect(page.locator('.compare-finding')).toHaveCount(1);
  await page.mouse.move(5, 5);
  for (const { id } of figures) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect.poll(() => pixelsOf(page, id, '--policy-a'), id).toBeGreaterThan(200);
  }
  await expect(page.locator('#capability .chart-frame')).toHaveAttribute(
    'aria-label',
    /Compared with it, policy A ends at [\d,]+x\.$/,
  );
  const readA = { capability: /, A median \S+$/, activity: /, A training paused \S+$/ };
  const scenario = 'Baseline';
  const shown = await fingerprint(page);

  for (const figure of figures) {
    const { id } = figure;
    const reader = page.locator(`#${id} .reader`);
    await expect(reader).toHaveAttribute('aria-valuetext', readA[id]);
    await reader.focus();
    await expect(page.locator(`#${id} .readout`)).toContainText(
      id === 'capability' ? 'A median' : 'A training paused',
    );
    const table = await tableOf(page, figure);
    const what = id === 'capability' ? 'of capability' : 'of what the lab is doing';
    const { name, content } = await downloaded(page, `CSV ${what}, week by week`);
    expect(name).toMatch(new RegExp(`^baseline.*${id}.*\\.csv$`));
    const rows = parseCsv(content.toString('utf8'));
    expect(rows.map(({ week }) => week)).toEqual(Array.from({ length: 261 }, (_, week) => String(week)));
    expect(new Set(rows.map((row) => row['fingerprint']))).toEqual(new Set([shown]));
    expect(rows[0]).toMatchObject({ seed: '1', futures: '10000' });
    expect(rows[0]!['scenario']).toContain(scenario);

    expect(table.size).toBe(11);
    const unit = "x today's frontier";
    const columns =
      id === 'capability'
        ? [
            '5%',
            '25%',
            'median',
            '75%',
            '95%',
            'deployed median',
            'rival median',
            `A median, ${scenario}`,
          ].map((head) => `${head} (${unit})`)
        : ['training paused', 'internal use suspended', 'release held back'].map(
            (head) => `${head} (share of futures)`,
          );
    for (const [heading, cells] of table) {
      const row = rows[Number(/^week (\d+)$/.exec(heading)?.[1])]!;
      columns.forEach((column, k) => {
        const text = row[column];
        expect(text, `${column} in ${heading}`).toMatch(/^[\d.e+-]*$/);
        const number = Number(text);
        const inWords =
          id === 'capability'
            ? capabilityText(Math.log2(number), 'effective-compute')
            : perHundredShort(number);
        expect(text === '' ? '–' : inWords, `${column} in ${heading}`).toBe(cells[k]);
      });
    }
    if (id === 'activity')
      expect(Object.keys(rows[0]!).filter((head) => head.startsWith('A ')).length).toBe(3);

    const picture = await downloaded(page, `PNG of the chart ${what}`);
    expect(picture.name).toMatch(new RegExp(`^baseline.*${id}.*\\.png$`));
    const { width, height, colours, inked } = await look(context, picture.content);
    expect(width).toBe(1600);
    expect(height).toBeGreaterThan(500);
    expect(colours).toBeGreaterThan(50);
    for (const share of inked) expect(share).toBeGreaterThan(0.002);
  }

  // A policy on another scale is not drawn on this one's axis, and the note says so.
  await page.getByLabel('Scenario').selectOption('metr-time-horizon-replay');
  await settled(page);
  await expect(page.locator('#capability .note').first()).toContainText(
    'A is on another scale and not drawn.',
  );
  await expect(page.locator('#capability .reader')).not.toHaveAttribute('aria-valuetext', readA.capability);
  await expect(page.locator('#activity .reader')).toHaveAttribute('aria-valuetext', readA.activity);
});

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
