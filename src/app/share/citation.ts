/** How a result is cited, and how it is put into another page. */
import { version } from '../../../package.json';
import { messages } from '../../messages/messages';
import { wholeNumber } from '../../results/amounts';
import type { EnsembleSummary } from '../../results/summary';

const words = messages.page.share;

export interface Cited {
  readonly summary: EnsembleSummary;
  /** Of the scenario, with what was changed. */
  readonly title: string;
  /** The address that opens the result. */
  readonly address: string;
  readonly date: Date;
}

/** "24 November 2026" */
export function dateText(date: Date): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}

/** A reference in the style of software citations (author, year, title, version, what exactly, link). */
export function citation({ summary, title, address, date }: Cited): string {
  return words.cite.citation({
    year: String(date.getFullYear()),
    version,
    model: summary.modelVersion,
    scenario: title,
    seed: summary.seed,
    runs: wholeNumber(summary.runs),
    fingerprint: summary.fingerprint,
    link: address,
    date: dateText(date),
  });
}

/** Characters that mean something to TeX, written so that they don't. */
function tex(text: string): string {
  const escaped: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\~^&%$#_{}]/g, (mark) => escaped[mark] ?? `\\${mark}`);
}

/** The same as a BibTeX entry; `url` is for \url{}, which takes an address as it is. */
export function bibtex({ summary, title, address, date }: Cited): string {
  const { modelVersion, seed, runs, fingerprint } = summary;
  const note = words.cite.note({
    model: modelVersion,
    scenario: title,
    seed,
    runs: wholeNumber(runs),
    fingerprint,
  });
  const fields: Readonly<Record<string, string>> = {
    author: `{${words.cite.author}}`,
    title: `{${messages.page.name}}`,
    year: String(date.getFullYear()),
    version,
    note: tex(note),
    url: address,
    urldate: date.toISOString().slice(0, 10),
  };
  const lines = Object.entries(fields).map(([key, value]) => `  ${key} = {${value}}`);
  return `@software{rsp-simulator-${fingerprint.slice(0, 8)},\n${lines.join(',\n')}\n}\n`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/**
 * HTML that shows the compact view at `address` in another page. The frame keeps its own origin: without one, WebKit takes
 * no file of the site for its own, so that the security policy refuses all of them.
 */
export function embedHtml(address: string, title: string): string {
  return (
    `<iframe src="${attribute(address)}" title="${attribute(words.embed.title(title))}" ` +
    `width="100%" height="520" style="border:1px solid #ccc" ` +
    `sandbox="allow-scripts allow-same-origin allow-popups" loading="lazy"></iframe>`
  );
}
