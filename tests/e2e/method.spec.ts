import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { excessWidth, headline, phone, sizes } from './simulator';

for (const [name, colorScheme] of [
  ['projector', 'dark'],
  ['phone', 'light'],
] as const) {
  test.describe(`at ${name} size in ${colorScheme} colours`, () => {
    test.use(name === 'phone' ? phone : { viewport: sizes[name] });

    test('the method page keeps the accessibility rules, and is no wider than the screen', async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('/#method');
      await expect(headline(page)).toHaveText('How the simulator works');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await excessWidth(page)).toBeLessThanOrEqual(0);
    });
  });
}

test('every section can be linked to, and is where its link leads', async ({ page }) => {
  await page.goto('/#method');
  const links = page.locator('nav.sections a');
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses.slice(1)) {
    await page.goto(`/${address}`);
    const heading = page.locator(`[id="${address.replace('#method/', '')}"]`);
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
  }
  await page.goto('/#method/no-such-section');
  await expect(page.getByRole('alert')).toContainText('“no-such-section”');
});

test('what the page knows from the program is there: every parameter, region, closed case and source', async ({
  page,
}) => {
  await page.goto('/#method');
  await expect(page.locator('table.parameters')).toHaveCount(7);
  expect(await page.locator('table.parameters tbody tr').count()).toBeGreaterThan(50);
  // A value nobody measured says so; one that was names where.
  await expect(page.locator('table.parameters tbody tr', { hasText: 'skipProbability' })).toContainText(
    'Assumption: nobody has measured it.',
  );
  await expect(
    page.locator('table.parameters tbody tr', { hasText: 'suiteError' }).getByRole('link').first(),
  ).toHaveAttribute('href', /^https:/);
  for (const region of [
    'training of the next model',
    'the candidate for release',
    'the routine evaluation',
  ]) {
    await expect(page.getByRole('region', { name: `Transitions: ${region}` })).toBeVisible();
  }
});

test('the checks at the extremes are there: what was simulated, rules, laws and expectations', async ({
  page,
}) => {
  await page.goto('/#method/checks-at-the-extremes');
  await expect(page.locator('table.checks')).toHaveCount(4);
});

test('on paper it is text and tables alone, no wider than the sheet', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.goto('/#method');
  await expect(headline(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('nav.sections')).toBeHidden();
  await expect(page.locator('nav.pages')).toBeHidden();
  expect(await excessWidth(page)).toBeLessThanOrEqual(0);
  const cut = await page
    .locator('.scroller')
    .evaluateAll((all) =>
      all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.ariaLabel),
    );
  expect(cut).toEqual([]);
});
