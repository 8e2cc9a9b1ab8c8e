import { expect, test } from './fixtures';
import { headline, open, settled, sizes, slider, thumb } from './simulator';

test.describe('a slider', () => {
  test.use({ viewport: sizes.laptop });

  test('changes the headline while the mouse drags it, and nothing else moves', async ({ page }) => {
    await open(page);
    await expect(page.locator('canvas')).toHaveCount(2);
    const before = await headline(page).innerText();
    const places = () =>
      Promise.all(
        ['h1', '.bar', '#capability canvas', '#activity canvas', '.levels'].map((part) =>
          page.locator(part).first().boundingBox(),
        ),
      );
    const placesBefore = await places();

    const buffer = slider(page, 'Safety buffer');
    const { x, y } = await thumb(buffer);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 12; step++) await page.mouse.move(x + step * 8, y);
    await expect(headline(page)).not.toHaveText(before);
    const first = await headline(page).innerText();
    for (let step = 1; step <= 12; step++) await page.mouse.move(x - step * 8, y);
    await expect(headline(page)).not.toHaveText(first);
    const { x: widthBefore } = (await page.locator('.bar').boundingBox())!;
    expect(widthBefore).toBe(placesBefore[1]!.x);
    expect(await places()).toEqual(placesBefore);
    await page.mouse.up();
    await settled(page);
    expect(await places()).toEqual(placesBefore);
  });

  test('changes the headline by keyboard', async ({ page }) => {
    await open(page);
    const before = await headline(page).innerText();
    const buffer = slider(page, 'Safety buffer');
    await buffer.focus();
    await expect(buffer).toHaveAttribute('aria-valuetext', '6x');
    await page.keyboard.press('ArrowLeft');
    await expect(buffer).toHaveAttribute('aria-valuetext', '5.5x');
    await page.keyboard.press('ArrowRight');
    await expect(buffer).toHaveAttribute('aria-valuetext', '6x');
    await page.keyboard.press('Home');
    await expect(buffer).toHaveAttribute('aria-valuetext', '1x');
    await expect(headline(page)).not.toHaveText(before);
  });

  test('is spoken once it settles', async ({ page }) => {
    await open(page);
    const status = page.locator('#answer [role="status"]');
    await expect(status).toHaveText(await headline(page).innerText());
    await slider(page, 'Safety buffer').press('Home');
    await settled(page);
    await expect(status).toHaveText(await headline(page).innerText());
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: sizes.phone, hasTouch: true, isMobile: true });

  test('a slider in the sheet changes the headline above it while a finger drags', async ({ page }) => {
    await open(page);
    await expect(slider(page, 'Safety buffer')).toBeHidden();
    await page.getByRole('button', { name: 'Change the policy' }).tap();
    await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
    await expect(headline(page)).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.bar')).toBeInViewport({ ratio: 1 });
    // The sheet slides in.
    const buffer = slider(page, 'Safety buffer');
    await expect(buffer).toBeInViewport({ ratio: 1 });
    const sheet = page.locator('#settings');
    await expect.poll(async () => (await sheet.boundingBox())!.y).toBeLessThan(sizes.phone.height * 0.5);
    await page.waitForTimeout(250);

    const before = await headline(page).innerText();
    const { x, y } = await thumb(buffer);
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y }],
      });
    await send('touchStart', 0);
    for (let step = 1; step <= 15; step++) await send('touchMove', -step * 9);
    await expect(headline(page)).not.toHaveText(before);
    await expect(headline(page)).toBeInViewport({ ratio: 1 });
    await send('touchEnd', 0);

    await page.keyboard.press('Escape');
    await expect(buffer).toBeHidden();
    await expect(page.getByRole('button', { name: 'Change the policy' })).toBeFocused();
  });

  test('everything touched is at least 44 pixels high', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Change the policy' }).tap();
    for (const more of await page.locator('.component > summary').all()) {
      if ((await more.locator('..').getAttribute('open')) === null) await more.tap();
      const small = await page.evaluate(() => {
        const parts = 'button, select, summary, input[type=text], input[type=range], label:has(input)';
        return [...document.querySelectorAll<HTMLElement>(parts)]
          .filter((part) => part.checkVisibility({ visibilityProperty: true }))
          .map((part) => ({
            part: part.id || part.innerText.slice(0, 40),
            height: Math.min(part.getBoundingClientRect().height, 44),
          }))
          .filter(({ height }) => height < 43.5);
      });
      expect(small).toEqual([]);
    }
  });
});
