import { axisOf, grip, handle, openCharts } from '../e2e/charts';
import { simulate } from '../e2e/commandLine';
import { expect, test } from '../e2e/fixtures';
import { byId, fingerprint, open, settled, sizes, slider } from '../e2e/simulator';

test.use({ viewport: sizes.laptop });

test('the numbers are those of the command line, to the last bit, computed by workers', async ({ page }) => {
  await open(page);
  expect(page.workers().length).toBeGreaterThan(0);
  expect(await fingerprint(page)).toBe((await simulate('baseline')).fingerprint);
});

test('a slider moved by key changes the numbers, undo and redo bring them back, and a link carries them', async ({
  page,
  context,
}) => {
  await open(page);
  const before = await fingerprint(page);
  const buffer = slider(page, 'Safety buffer');
  await buffer.press('Home');
  await expect(buffer).toHaveAttribute('aria-valuetext', '1x');
  await expect(page.locator('#fingerprint')).not.toHaveText(before);
  const after = await fingerprint(page);
  expect(after).toBe((await simulate('baseline', '--set', 'limits.safetyBuffer=0')).fingerprint);

  await buffer.press('Control+z');
  await expect(buffer).toHaveAttribute('aria-valuetext', '6x');
  expect(await fingerprint(page)).toBe(before);
  await buffer.press('Control+Shift+Z');
  await expect(buffer).toHaveAttribute('aria-valuetext', '1x');
  expect(await fingerprint(page)).toBe(after);

  await expect.poll(() => page.url()).toContain(`fp=${after}`);
  const other = await context.newPage();
  await other.goto(page.url());
  expect(await fingerprint(other)).toBe(after);
  await expect(other.getByText(`the fingerprint ${after} matches`)).toBeVisible();
  await expect(slider(other, 'Safety buffer')).toHaveAttribute('aria-valuetext', '1x');
});

test('a limit dragged to the top of the chart stays where it is let go, and one undo brings it back', async ({
  page,
}) => {
  await openCharts(page);
  const limit = handle(page, 'CBRN-4');
  const box = byId(page, 't2.limit-box');
  const { max, value } = await axisOf(limit);
  const { x, y, doubling } = await grip(limit);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - (max - value) * doubling, { steps: 4 });
  await settled(page);
  const held = await box.inputValue();
  expect(Number(held)).toBeGreaterThan(2 ** (max - 1));
  await page.mouse.up();
  // The axis makes room once the limit is let go.
  await expect.poll(async () => (await axisOf(limit)).max).toBeGreaterThan(max);
  await expect(box).toHaveValue(held);
  await page.keyboard.press('Control+z');
  await expect(box).toHaveValue('1024');
});

test('one future is told and stepped through', async ({ page }) => {
  await openCharts(page);
  const story = page.locator('#story');
  await story.locator('> summary').press('Enter');
  await expect(story.locator('.timeline svg')).toBeVisible();
  await expect(story.locator('.cause h3')).toHaveText(/^From week \d+ on, /);
  const week = story.getByRole('slider', { name: 'Week', exact: true });
  await story.getByRole('button', { name: 'To the start' }).press('Enter');
  await expect(week).toHaveValue('0');
  await story.getByRole('button', { name: 'A step forward' }).press('Enter');
  await expect(story.locator('.spoken')).toHaveText(/^Week \d+, [a-z ]+\. .+\.$/);
});

test('in a sandboxed frame the page answers on its own thread', async ({ page, baseURL }) => {
  const frameOf = `<iframe sandbox="allow-scripts" src="${baseURL}" width="1200" height="800"></iframe>`;
  await page.setContent(frameOf);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('#answer')).toHaveAttribute('aria-busy', 'false');
  await expect(frame.locator('#fingerprint')).toHaveText((await simulate('baseline')).fingerprint);
  expect(page.workers()).toEqual([]);
});

for (const address of ['/#policies', '/#replays', '/#method']) {
  test(`the page at ${address} opens`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('main h1')).toBeVisible();
    await expect(page).toHaveTitle(/· RSP Simulator$/);
  });
}
