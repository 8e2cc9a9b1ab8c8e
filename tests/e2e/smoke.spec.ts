import { gzipSync } from 'node:zlib';
import { contentSecurityPolicy } from '../../src/build/contentSecurityPolicy';
import { expect, test } from './fixtures';

test('the page loads under its content security policy', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.headers()['content-security-policy']).toBe(contentSecurityPolicy);
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
    'content',
    contentSecurityPolicy,
  );
  await expect(page).toHaveTitle(/RSP Simulator/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('what a first visit loads before the charts is under 150 kB, compressed', async ({ page, request }) => {
  const html = await (await request.get('/')).text();
  const linked = [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+\.(?:js|css))"/g)];
  expect(linked.length).toBeGreaterThanOrEqual(2);
  let bytes = gzipSync(html).length;
  for (const [, address = ''] of linked) bytes += gzipSync(await (await request.get(address)).body()).length;
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(150_000);
  await page.goto('/');
});

test('the page can turn no string into script', async ({ page, offences }) => {
  await page.goto('/');
  const refused = await page.evaluate(() => {
    const attempts: [string, () => void][] = [
      ['innerHTML', () => (document.createElement('div').innerHTML = '<b>text</b>')],
      ['script address', () => (document.createElement('script').src = '/other.js')],
      ['worker address', () => void new Worker('/other.js')],
      [
        'foreign policy',
        () =>
          (
            globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): object } }
          ).trustedTypes.createPolicy('other', {}),
      ],
    ];
    return attempts.filter(([, attempt]) => {
      try {
        attempt();
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    }).length;
  });
  expect(refused).toBe(4);
  // The header and the page's own meta element each report a violation.
  const violations = () => new Set(offences.filter((offence) => offence.startsWith('content security')));
  await expect.poll(() => violations().size).toBe(4);
  offences.length = 0;
});
