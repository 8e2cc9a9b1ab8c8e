import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { enter, excessWidth, open, phone, settled, sizes } from './simulator';

/** Opens the one future that the page draws, by key. */
async function openStory(page: Page, address = '/'): Promise<Locator> {
  await open(page, address);
  const story = page.locator('#story');
  await story.locator('> summary').press('Enter');
  await expect(story.locator('.timeline svg')).toBeVisible();
  return story;
}

const week = (story: Locator): Locator => story.getByRole('slider', { name: 'Week', exact: true });

test('why a future fails is told at once, and stepping through it is told aloud', async ({ page }) => {
  const story = await openStory(page);
  await expect(story.locator('.cause h3')).toHaveText(/^From week \d+ on, .* past the danger point of .*\.$/);
  await expect(story.locator('.cause p')).toContainText(/safeguards|security/);
  const at = Number(/week (\d+)/.exec(await story.locator('.cause h3').innerText())?.[1]);
  await expect(week(story)).toHaveValue(String(at));
  await expect(week(story)).toHaveAttribute('aria-valuetext', /^Week \d+/);

  // By keyboard alone, from the start, event by event.
  await story.getByRole('button', { name: 'To the start' }).press('Enter');
  await expect(week(story)).toHaveValue('0');
  const forward = story.getByRole('button', { name: 'A step forward' });
  const status = story.locator('.spoken');
  await forward.press('Enter');
  await expect(status).toHaveText(/^Week \d+, [a-z ]+\. .+\.$/);
  const first = await status.innerText();
  await forward.press('Enter');
  await expect(status).not.toHaveText(first);
  await story.getByRole('button', { name: 'A step back' }).press('Enter');
  await expect(status).toHaveText(first);
  await story.getByRole('button', { name: 'To the failure' }).press('Enter');
  await expect(week(story)).toHaveValue(String(at));

  await story.getByLabel('Steps').selectOption('week by week');
  await forward.press('Enter');
  await expect(week(story)).toHaveValue(String(at + 1));
  await expect(status).toHaveText(new RegExp(`^Week ${at + 1}\\. `));
  await week(story).press('PageDown');
  await expect(week(story)).toHaveValue(String(at + 1 - 13));
  await week(story).press('End');
  await expect(week(story)).toHaveValue('260');
});

test('an event that is clicked or gone to by key moves the timeline, and the timeline moves the list', async ({
  page,
}) => {
  const story = await openStory(page);
  const alert = story.locator('button.event', { hasText: 'an alert' }).first();
  await alert.click();
  await expect(alert).toHaveAttribute('aria-current', 'step');
  const itsWeek = story.locator('.story-weeks > li', { hasText: 'an alert' }).first().locator('.week');
  const alertWeek = Number(/\d+/.exec(await itsWeek.innerText())?.[0]);
  await expect(week(story)).toHaveValue(String(alertWeek));
  await alert.press('ArrowDown');
  await expect(story.locator('button.event:focus')).toHaveAttribute('aria-current', 'step');
  await expect(alert).not.toHaveAttribute('aria-current', 'step');
  // One stop of Tab for the whole list.
  await expect(story.locator('button.event[tabindex="0"]')).toHaveCount(1);

  const plot = story.locator('.timeline svg');
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.6, box.y + 100);
  const clicked = Number(await week(story).inputValue());
  expect(clicked).toBeGreaterThan(alertWeek);
  await page.mouse.move(box.x + box.width * 0.6, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + 100, { steps: 4 });
  await page.mouse.up();
  expect(Number(await week(story).inputValue())).toBeLessThan(clicked);
  const current = story.locator('button.event[aria-current="step"]');
  // In view within the list, wherever the page stands.
  await expect
    .poll(() =>
      current.evaluate((event) => {
        const list = event.closest('.story-weeks')?.getBoundingClientRect();
        const { top, bottom } = event.getBoundingClientRect();
        return list !== undefined && top >= list.top - 1 && bottom <= list.bottom + 1;
      }),
    )
    .toBe(true);
});

test('one switch hides what the lab could not know, everywhere', async ({ page }) => {
  const story = await openStory(page);
  const text = (): Promise<string> => story.innerText();
  expect(await text()).toMatch(/Danger point/);
  await expect(story.locator('.curve.capability')).toHaveCount(1);
  await expect(story.locator('.hidden-event').first()).toBeAttached();
  await story.getByLabel('What the lab knew').press('Space');
  await expect(story.locator('.curve')).toHaveCount(0);
  await expect(story.locator('.hidden-event')).toHaveCount(0);
  expect(await text()).not.toMatch(
    /Danger point|In truth|Unsafe|failing unseen|What would have changed it|The end:/,
  );
  await expect(story.locator('.cause')).toContainText('the lab does not know');
  await expect(page).toHaveURL(/told=yes&known=yes/);
  // What is still to come is not listed; each step brings what happens next.
  await expect(story.locator('.event.ahead')).toHaveCount(0);
  const told = await story.locator('.event').count();
  await story.getByRole('button', { name: 'A step forward' }).click();
  await expect(story.locator('.event')).toHaveCount(told + 1);
  await expect(story.locator('.reading').first()).toBeAttached();
});

test('plays by itself, stops, and stops at the end', async ({ page }) => {
  const story = await openStory(page);
  await story.getByLabel('Steps').selectOption('week by week');
  await story.getByLabel('Speed').selectOption('fast');
  await story.getByRole('button', { name: 'To the end' }).click();
  await week(story).press('ArrowLeft');
  await week(story).press('ArrowLeft');
  await week(story).press('ArrowLeft');
  await story.getByRole('button', { name: 'Play' }).click();
  await expect(week(story)).toHaveValue('260');
  await expect(story.getByRole('button', { name: 'Play' })).toBeVisible();
  // Played again from the end, it begins at the start.
  await story.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await week(story).inputValue())).toBeLessThan(200);
  await story.getByRole('button', { name: 'Stop' }).click();
  const stopped = await week(story).inputValue();
  await story.getByRole('button', { name: 'A step forward' }).click();
  await expect(week(story)).toHaveValue(String(Number(stopped) + 1));
});

test('the link opens the same future at the same week, of the same kind', async ({ page }) => {
  await open(page);
  await page.getByLabel('Kind of future').selectOption('worst');
  const story = page.locator('#story');
  await story.locator('> summary').click();
  await week(story).press('Home');
  for (let step = 0; step < 5; step++) await week(story).press('PageUp');
  await expect(week(story)).toHaveValue('65');
  await expect(page).toHaveURL(/kind=worst&told=yes&week=65/);
  const finding = await story.locator('.cause h3').innerText();
  const now = await story.locator('.spoken').innerText();
  const address = page.url();
  await page.goto('about:blank');
  await open(page, address);
  await expect(page.getByLabel('Kind of future')).toHaveValue('worst');
  await expect(story.locator('.cause h3')).toHaveText(finding);
  await expect(week(story)).toHaveValue('65');
  await expect(story.locator('.spoken')).toHaveText(now);
});

test('another future is told from its own failure on; another policy, the same future at the same week', async ({
  page,
}) => {
  const story = await openStory(page);
  const finding = story.locator('.cause h3');
  const before = await finding.innerText();
  await week(story).press('Home');
  await page.getByRole('button', { name: 'Another future' }).click();
  await expect(finding).not.toHaveText(before);
  await expect(week(story)).not.toHaveValue('0');
  const at = await week(story).inputValue();
  await week(story).press('ArrowRight');
  await enter(page, 'limits.safetyBuffer', '2');
  await settled(page);
  await expect(week(story)).toHaveValue(String(Number(at) + 1));
  await page.getByLabel('Scenario').selectOption('no-policy');
  await settled(page);
  const found = /week (\d+)/.exec(await finding.innerText())?.[1] ?? '';
  await expect(week(story)).toHaveValue(found);
});

for (const [name, viewport] of Object.entries(sizes)) {
  test(`the story fits and has no barrier on a ${name}, in light and dark`, async ({ browser }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        ...(name === 'phone' ? phone : { viewport }),
        colorScheme,
      });
      const page = await context.newPage();
      const story = await openStory(page);
      for (const view of ['What was true', 'What the lab knew']) {
        await story.getByLabel(view).click();
        expect(await excessWidth(page)).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).include('#story').analyze();
        expect(violations).toEqual([]);
      }
      await context.close();
    }
  });
}

test('keys of their own open the story and step through it', async ({ page }) => {
  await open(page);
  await page.keyboard.press('t');
  const story = page.locator('#story');
  await expect(story.locator('.timeline svg')).toBeVisible();
  const status = story.locator('.spoken');
  const first = await status.innerText();
  await page.keyboard.press('.');
  await expect(status).not.toHaveText(first);
  await page.keyboard.press(',');
  await expect(status).toHaveText(first);
  await page.keyboard.press('t');
  await expect(story.locator('.timeline')).toBeHidden();
  await page.keyboard.press('.');
});

test('what would have averted a failure is offered with how often it helps, and one press applies it', async ({
  page,
}) => {
  const story = await openStory(page);
  const section = page.locator('#what-if');
  await expect(section.locator('.finding')).toHaveText(
    /changes of a single setting would have averted this failure/,
  );
  await expect(section).toContainText(/helps in \d+ of 1,000 like failures/);
  await expect(section).toContainText(/\d+ settings cannot change this/);
  const luck = section.locator('details', { hasText: 'Luck more than policy' });
  await luck.locator('> summary').click();
  const remedy = luck.locator('li', { hasText: 'Then: ' }).first();
  const outcome = /Then: (.*)/.exec(await remedy.innerText())?.[1] ?? '';
  const finding = story.locator('.cause h3');
  const before = await finding.innerText();
  await remedy.getByRole('button').press('Enter');
  await expect(section.locator('.made')).toHaveText(/^Changed\. .* Undo brings it back\.$/);
  await expect(section.locator('#what-if-title')).toBeFocused();
  // The very same future, under the changed policy, ends as was said.
  await expect(finding).toHaveText(new RegExp(`^${outcome}\\.$`, 'i'));
  await expect(section).toContainText('This future does not fail');
  await page.keyboard.press('Control+z');
  await expect(finding).toHaveText(before);
  await expect(section.locator('.finding')).toBeVisible();

  const reference = section.getByLabel('Policy to take it from');
  await reference.selectOption('no-policy');
  await expect(section.locator('.taken-over')).toContainText(
    'would not have made this future end any better',
  );
});
