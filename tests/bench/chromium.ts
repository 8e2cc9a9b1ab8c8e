import type * as playwright from 'playwright-core';
import { findChromium } from '../../src/build/findChromium';

/** Flags with which Chromium runs alone, as any user and without a network. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Loads an installed package as it is: a bundle would part it from its other files. */
export async function installed<Package>(name: string): Promise<Package> {
  return (await import(/* @vite-ignore */ name)) as Package;
}

/** Runs Chromium as long as something needs it. */
export async function withChromium<Result>(
  use: (browser: playwright.Browser) => Promise<Result>,
): Promise<Result> {
  const { chromium } = await installed<typeof playwright>('playwright-core');
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
