import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';
import { openScenario } from './simulator';

export const figures = [
  { id: 'capability', table: 'Capability in numbers' },
  { id: 'activity', table: 'What the lab is doing, in numbers' },
] as const;

/** Opens the page and waits until both charts stand. */
export async function openCharts(page: Page, scenario = 'baseline'): Promise<void> {
  await openScenario(page, scenario);
  await expect(page.locator('canvas')).toHaveCount(2);
}

/** A figure's table: the cells of each row, by the row's heading. */
export async function tableOf(
  page: Page,
  { id, table }: (typeof figures)[number],
): Promise<Map<string, string[]>> {
  const details = page.locator(`#${id} details.data`);
  if ((await details.getAttribute('open')) === null) await details.getByText(table).click();
  // The rows are made when the table opens.
  await expect(details.locator('tbody tr').first()).toBeVisible();
  const rows = await details
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  return new Map(rows.map(([heading = '', ...cells]) => [heading, cells]));
}

/** The handle of a level's limit on the chart. */
export function handle(page: Page, level: string): Locator {
  return page
    .locator('.limit-handle')
    .and(page.getByRole('slider', { name: `Limit of ${level}`, exact: true }));
}

interface Axis {
  readonly min: number;
  readonly max: number;
  readonly value: number;
}

/** The ends of the axis that a handle stands on, and its place. */
export function axisOf(limit: Locator): Promise<Axis> {
  return limit.evaluate((input: HTMLInputElement) => ({
    min: Number(input.min),
    max: Number(input.max),
    value: input.valueAsNumber,
  }));
}

/** The middle of a handle, in CSS pixels of the page, and how many of them are a doubling. */
export async function grip(limit: Locator): Promise<{ x: number; y: number; doubling: number }> {
  const { x, y, width, height } = (await limit.boundingBox())!;
  const { min, max, value } = await axisOf(limit);
  const doubling = (height - width) / (max - min);
  return { x: x + width / 2, y: y + width / 2 + (max - value) * doubling, doubling };
}
