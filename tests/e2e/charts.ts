import type { Page } from '@playwright/test';
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
