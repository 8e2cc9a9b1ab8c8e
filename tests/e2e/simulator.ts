import { expect, type Locator, type Page } from '@playwright/test';

/** Sizes at which the page is looked at: a laptop, a projector, a phone. */
export const sizes = {
  laptop: { width: 1440, height: 900 },
  projector: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

/** Opens the page and waits for its first full answer. */
export async function open(page: Page): Promise<void> {
  await page.goto('/');
  await settled(page);
}

/** Waits until all runs of what is asked now are in. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('#answer')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
}

export function headline(page: Page): Locator {
  return page.getByRole('heading', { level: 1 });
}

export async function fingerprint(page: Page): Promise<string> {
  await settled(page);
  return page.locator('#fingerprint').innerText();
}

export function slider(page: Page, name: string): Locator {
  return page.getByRole('slider', { name, exact: true });
}

/** The middle of a slider's thumb, in CSS pixels of the page. */
export async function thumb(control: Locator): Promise<{ x: number; y: number }> {
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  if (box === null) throw new Error('the slider is not shown');
  const { value, max } = await control.evaluate((input: HTMLInputElement) => ({
    value: input.valueAsNumber,
    max: Number(input.max),
  }));
  // Half a thumb of 18 pixels at either end is out of the thumb's middle's reach.
  return { x: box.x + 9 + (value / max) * (box.width - 18), y: box.y + box.height / 2 };
}
