import { test as base, expect } from '@playwright/test';

/** What a page did that no page of the simulator may do. */
type Offences = string[];

interface Fixtures {
  /** Fails the test at its end when anything was recorded; a test may look at it earlier. */
  offences: Offences;
}

/**
 * Playwright's `test`, failing on console errors, uncaught errors, violations of the content security policy (also
 * in workers) and requests that leave the simulator's own origin.
 */
export const test = base.extend<Fixtures>({
  offences: [
    async ({ context, baseURL }, use) => {
      const offences: Offences = [];
      const origin = new URL(baseURL ?? '').origin;
      context.on('console', (message) => {
        if (message.type() === 'error') offences.push(`console error: ${message.text()}`);
      });
      context.on('weberror', (error) => offences.push(`uncaught error: ${String(error.error())}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        const own = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
        if (!own) offences.push(`request to ${request.url()}`);
      });
      await context.exposeFunction('recordOffence', (offence: string) => void offences.push(offence));
      await context.addInitScript(() => {
        const record = (globalThis as unknown as { recordOffence: (offence: string) => void }).recordOffence;
        document.addEventListener('securitypolicyviolation', (event) => {
          record(`content security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
      await use(offences);
      expect(offences).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
