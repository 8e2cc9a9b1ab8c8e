import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { capabilityText } from '../../src/app/people/capabilityText';
import { perHundredShort } from '../../src/app/people/shareText';
import { figures, openCharts, tableOf } from './charts';
import { expect, test } from './fixtures';
import { enter, fingerprint, settled } from './simulator';

test.describe.configure({ mode: 'parallel' });

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
  await enter(page, 'limits.safetyBuffer', '24');
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
  const readA = {
    capability: /, A median \S+$/,
    activity: /, A deployed or used unsafely \S+, A training paused \S+$/,
  };
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
        : ['deployed or used unsafely', 'training paused', 'internal use suspended', 'release held back'].map(
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
      expect(Object.keys(rows[0]!).filter((head) => head.startsWith('A ')).length).toBe(4);

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
