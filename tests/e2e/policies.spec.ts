import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  looks,
  byId,
  changes,
  enter,
  excessWidth,
  fingerprint,
  headline,
  openScenario,
  phone,
  settled,
  sizes,
} from './simulator';

/** Opens one of the pages and waits until all that it simulates is there. */
async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(`/${address}`);
  await expect(page.locator('main.policies h1')).toBeVisible();
  await expect(page.locator('.waiting')).toHaveCount(0);
}

const looked = [
  '#policies',
  '#policies/anthropic-rsp-v3-4',
  '#policies/g42-frontier-2025',
  '#policies/gdm-fsf-v1/gdm-fsf-v3-1',
  '#policies/no-such-policy',
  '#replays',
  '#replays/openai-pause-2026',
];

for (const [name, colorScheme] of looks) {
  test.describe(`at ${name} size in ${colorScheme} colours`, () => {
    test.use(name === 'phone' ? phone : { viewport: sizes[name] });

    const tag = name === 'laptop' ? '@long' : [];
    test('accessibility rules hold, and nothing is wider than the page', { tag }, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const address of looked) {
        await openPage(page, address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          address,
        ).toEqual([]);
        expect(await excessWidth(page), address).toBeLessThanOrEqual(0);
      }
    });
  });
}

test('a policy has its 35 values, each marked, and what its change does', async ({ page }) => {
  await openPage(page, '#policies');
  await page.getByRole('heading', { name: 'Anthropic, version 2.2 (2025)' }).getByRole('link').click();
  await expect(headline(page)).toHaveText('Anthropic, version 2.2 (2025)');
  await expect(page.locator('.waiting')).toHaveCount(0);
  await expect(page.locator('.clauses tbody tr')).toHaveCount(35);
  await expect(page.locator('.clauses .mark')).toHaveText(
    Array.from({ length: 35 }, () => /^(Stated|Inferred|Illustrative)$/),
  );
  await expect(page.locator('.effect .strong').first()).toContainText(/\d+ \(\d+ to \d+\).*\(.* to .*\)/);
  await expect(page.getByText('less safely in')).toBeVisible();
});

test('the finding is that of the simulator, where the policy can be tried', async ({ page }) => {
  await openPage(page, '#policies/anthropic-rsp-v1');
  const finding = await page.locator('.finding').first().innerText();
  const [number] = /\d+/.exec(finding) ?? [];
  await page.getByRole('button', { name: 'Try it in the simulator' }).click();
  await settled(page);
  await expect(page.getByLabel('Scenario')).toHaveValue('anthropic-rsp-v1');
  await expect(headline(page)).toContainText(`In ${number} of 100 futures`);
});

test('two policies are chosen by hand, and the address follows', async ({ page }) => {
  await openPage(page, '#policies/anthropic-rsp-v1/anthropic-rsp-v3-4');
  await page.getByLabel('Second policy').selectOption('no-policy');
  await expect(page).toHaveURL(/#policies\/anthropic-rsp-v1\/no-policy$/);
  await expect(page.locator('.effect').first()).toContainText('No policy');
  await expect(page.locator('.waiting')).toHaveCount(0);
  await page.getByLabel('Second policy').selectOption('anthropic-rsp-v1');
  await expect(page.getByText('Every value is the same in both.')).toBeVisible();
  await expect(page.getByText('The two are set alike in every value')).toBeVisible();
});

test('what is not there is named, with what is', async ({ page }) => {
  await openPage(page, '#policies/anthropic-rsp-v1/nothing');
  await expect(page.getByRole('alert')).toContainText('“nothing”');
  await openPage(page, '#replays/elsewhere');
  await expect(page.getByRole('alert')).toContainText('“elsewhere”');
  await expect(page.locator('article li a')).toHaveCount(7);
  await openPage(page, '#policies/a/b/c');
  await expect(page.getByRole('alert')).toContainText('#policies/a/b/c');
});

test('a replay says what the model and history say, and opens in the simulator with both cases', async ({
  page,
}) => {
  await openPage(page, '#replays');
  await page.getByRole('link', { name: 'A pause of two weeks: OpenAI, summer 2026' }).first().click();
  await expect(page.locator('.waiting')).toHaveCount(0);
  await expect(page.locator('.effect .strong')).toContainText('2 weeks (2 to 2)');
  await expect(page.getByText('History: 2 weeks')).toBeVisible();
  await page.getByRole('link', { name: 'Open this case in the simulator' }).click();
  await settled(page);
  await expect(page.locator('.notice.wrong')).toHaveCount(0);
  await expect(page.getByLabel('Scenario')).toHaveValue('openai-preparedness-v2');
  await expect(page.locator('.compare-policy')).toHaveCount(2);
});

test('the pages lead to each other, and back to the simulator as it was left', async ({ page }) => {
  await openScenario(page, 'anthropic-rsp-v1');
  await enter(page, 'limits.safetyBuffer', '2');
  const left = await fingerprint(page);
  await page.getByRole('link', { name: 'What its text says' }).click();
  await expect(headline(page)).toHaveText('Anthropic, version 1.0 (2023)');
  await expect(page).toHaveTitle('Policies · RSP Simulator');
  await expect(page.locator('article')).toBeFocused();
  await page.getByRole('link', { name: 'Method', exact: true }).click();
  await expect(headline(page)).toHaveText('How the simulator works');
  await expect(page).toHaveTitle('Method · RSP Simulator');
  await page.getByRole('link', { name: 'Simulator', exact: true }).click();
  expect(await fingerprint(page)).toBe(left);
  await expect(changes(page)).toHaveText('Reset 1 change');
  // No step was added on the way: one undo takes the change back.
  await page.keyboard.press('Control+z');
  await expect(byId(page, 'limits.safetyBuffer-box')).toHaveValue('6');
  const without = await fingerprint(page);

  await page.getByRole('link', { name: 'Replays', exact: true }).click();
  await expect(page.locator('main.policies h1')).toBeVisible();
  await page.goBack();
  expect(await fingerprint(page)).toBe(without);
});

test('a link to another page is followed even where the address is written in the same moment', async ({
  page,
}) => {
  await openScenario(page, 'anthropic-rsp-v1');
  // The address is written some time after a change. Here that time comes between the click and what follows from it.
  await page.evaluate(async () => {
    const due: (() => void)[] = [];
    const setTimeout = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (run: () => void, milliseconds: number) => {
        due.push(run);
        return setTimeout(run, milliseconds);
      },
    });
    document.querySelector<HTMLButtonElement>('.choose-future > button:not(.step)')?.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    Object.assign(window, { setTimeout });
    document.querySelector<HTMLAnchorElement>('a[href^="#policies/"]')?.click();
    for (const run of due) run();
  });
  await expect(page.locator('article')).toBeVisible();
  await expect(headline(page)).toHaveText('Anthropic, version 1.0 (2023)');
});

test('on paper a policy opened by its link has margins and the colours of its outcomes', async ({ page }) => {
  await openPage(page, '#policies/anthropic-rsp-v1');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.bar')).toHaveCSS('print-color-adjust', 'exact');
  const margins = await page.evaluate(() =>
    [...document.styleSheets].flatMap(({ cssRules }) => {
      const pageRules: string[] = [];
      const look = (rules: CSSRuleList): void => {
        for (const rule of rules) {
          if (rule instanceof CSSPageRule) pageRules.push(rule.style.margin);
          else if (rule instanceof CSSGroupingRule) look(rule.cssRules);
        }
      };
      look(cssRules);
      return pageRules;
    }),
  );
  expect(margins).toEqual(['11mm 13mm']);
});
