import { messages } from '../../messages/messages';
import type { Share } from '../../results/share';

const words = messages.page.answer;

/** A share of futures as a number of 100; never 0 or 100 but for none and all. */
export function perHundredShort(share: number): string {
  if (share > 0 && share < 0.01) return words.underOne;
  if (share > 0.99 && share < 1) return words.overNinetyNine;
  return String(Math.round(share * 100));
}

/** The interval of a share of 100, rounded outwards: "37 to 40", "under 1" or "over 99". */
export function intervalText({ low, high }: Pick<Share, 'low' | 'high'>): string {
  if (high < 0.01) return words.intervalUnderOne;
  if (low > 0.99) return words.intervalOverNinetyNine;
  return words.interval(String(Math.floor(low * 100)), String(Math.ceil(high * 100)));
}

/** Half the widest interval of some shares, of 100, rounded up: "1" or, below one, "0.5". */
export function marginText(shares: readonly Share[]): string {
  const widest = Math.max(...shares.map(({ low, high }) => (high - low) / 2)) * 100;
  return widest >= 1 ? String(Math.ceil(widest)) : String(Math.ceil(widest * 10) / 10);
}
