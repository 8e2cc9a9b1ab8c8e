import { expect, type Locator, type Page } from '@playwright/test';

/** Sizes at which the page is looked at: a laptop, a projector, a phone. */
export const sizes = {
  laptop: { width: 1440, height: 900 },
  projector: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

/** What makes a page of a phone, besides its size. */
export const phone = { viewport: sizes.phone, hasTouch: true, isMobile: true } as const;

/** Sizes with colours, so that each is looked at once. */
export const looks = [
  ['laptop', 'light'],
  ['projector', 'dark'],
  ['phone', 'light'],
] as const;

/** Opens the page and waits for its first full answer. */
export async function open(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** Opens the page with a scenario. */
export async function openScenario(page: Page, id: string): Promise<void> {
  await open(page);
  if (id === 'baseline') return;
  await page.getByLabel('Scenario').selectOption(id);
  await settled(page);
}

/** Opens the compact view of what is shown, at the address that is offered for embedding. */
export async function openCompact(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const html = await page.locator('#share-embed').inputValue();
  const address = /src="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  await page.goto('about:blank');
  await open(page, address);
  await expect(page.locator('main.embed')).toBeVisible();
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

/** An element by its id, which may hold dots. */
export function byId(page: Page, id: string): Locator {
  return page.locator(`[id="${id}"]`);
}

/** Types a value into a setting's number box, and takes it up. */
export async function enter(page: Page, publicId: string, value: string): Promise<void> {
  const box = byId(page, `${publicId}-box`);
  await box.fill(value);
  await box.press('Enter');
}

/** The control of a setting, with all that is said about it. */
export function settingOf(page: Page, publicId: string): Locator {
  return page.locator('.setting', { has: page.locator(`[id^="${publicId}-"], [name="${publicId}"]`) });
}

/** Opens a component of the policy, `world`, or one of the world's groups; nothing where it is open. */
export async function openFold(page: Page, id: string): Promise<Locator> {
  const fold = page.locator(`#${id}`);
  if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click();
  await expect(fold).toHaveAttribute('open', '');
  return fold;
}

/** Opens the sheet of settings on a phone and waits until it stands. */
export async function openSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change the policy' }).click();
  await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
  await expect
    .poll(() => page.evaluate(() => document.querySelector('#settings')?.getAnimations().length))
    .toBe(0);
}

/** The button that takes every change back, which says how many there are; it is hidden where there is none. */
export function changes(page: Page): Locator {
  return page.locator('.policy-head button.quiet');
}

/** Pixels by which the page, or a dialog above it, is wider than there is room. */
export function excessWidth(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const dialogs = [...document.querySelectorAll('dialog[open]')].flatMap((dialog) => {
      const { left, right } = dialog.getBoundingClientRect();
      return [-left, right - innerWidth, dialog.scrollWidth - dialog.clientWidth];
    });
    return Math.max(scrollWidth - clientWidth, ...dialogs);
  });
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

/** One finger on the screen. Places are in CSS pixels of the page. */
export async function finger(page: Page): Promise<{
  readonly put: (x: number, y: number) => Promise<void>;
  readonly move: (x: number, y: number) => Promise<void>;
  readonly lift: () => Promise<void>;
}> {
  const screen = await page.context().newCDPSession(page);
  const send = async (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    ...touchPoints: { x: number; y: number }[]
  ) => {
    await screen.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  return {
    put: (x, y) => send('touchStart', { x, y }),
    move: (x, y) => send('touchMove', { x, y }),
    lift: () => send('touchEnd'),
  };
}
