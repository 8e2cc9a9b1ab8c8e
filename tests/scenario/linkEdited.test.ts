import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/scenario/contentHash';
import { decodeLink, encodeLink, plainView, type LinkContent } from '../../src/scenario/link';
import type { LinkMigration } from '../../src/scenario/linkMigrations';
import { preset } from '../../src/scenario/presets';
import { arbitraryLinkContent } from '../support/arbitraryLink';
import { linkLetters } from '../support/linkLaws';

const version = '1.0.0';

const plain: LinkContent = {
  presetId: 'baseline',
  scenario: preset('baseline'),
  seed: 'Łódź',
  run: 12,
  compared: [{ presetId: 'no-policy', scenario: preset('no-policy') }],
  view: { ...plainView, embed: true, open: 'limits' },
  modelVersion: version,
  fingerprint: '0123456789abcdef',
};

function textOf(content: LinkContent): string {
  const encoded = encodeLink(content);
  if (!encoded.ok) throw new Error(encoded.reason);
  return encoded.text;
}

/** Whether a text opens as if it were what somebody had shared. */
function passesUnnoticed(text: string, modelVersion = version): boolean {
  const decoded = decodeLink(text, modelVersion);
  return decoded.ok && !decoded.notices.includes('edited');
}

function replaced(text: string, at: number, letter: string): string {
  return text.slice(0, at) + letter + text.slice(at + 1);
}

describe('in a link,', () => {
  const link = textOf(plain);
  const places = Array.from(link, (_, at) => at);
  const unnoticed = (edit: (at: number) => readonly string[]) =>
    places.flatMap(edit).filter((text) => text !== link && passesUnnoticed(text));

  test('any one character replaced by any other letter is noticed', () => {
    expect(passesUnnoticed(link)).toBe(true);
    expect(unnoticed((at) => [...linkLetters].map((letter) => replaced(link, at, letter)))).toEqual([]);
  });

  test('any one character left out, doubled, or out of order is noticed', () => {
    const edits = (at: number): string[] => {
      const letter = link.charAt(at);
      return [
        replaced(link, at, ''),
        replaced(link, at, letter + letter),
        replaced(link, at, letter.toLowerCase()),
        replaced(link, at, letter.toUpperCase()),
        replaced(replaced(link, at, link.charAt(at + 1)), at + 1, letter),
      ];
    };
    expect(unnoticed(edits)).toEqual([]);
  });

  test('whatever is cut off is noticed', () => {
    expect(unnoticed((at) => [link.slice(0, at), link.slice(at)])).toEqual([]);
    const opened = places.filter((at) => decodeLink(link.slice(0, at), version).ok);
    // A policy never loses a change: all that can be missing is the checksum.
    expect(opened.map((at) => link.slice(at))).toEqual([
      link.slice(-'&k=12345678'.length),
      ...Array.from({ length: 8 }, (_, index) => link.slice(index - 8)),
    ]);
  });

  test('whatever else is written into it is noticed', () => {
    fc.assert(
      fc.property(
        fc.nat(link.length),
        fc.nat(5),
        fc.string({ maxLength: 5, unit: 'binary' }),
        (at, cut, text) => {
          const edited = link.slice(0, at) + text + link.slice(at + cut);
          expect(edited !== link && passesUnnoticed(edited)).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test('in any link, any one edit is noticed', () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    letter: fc.constantFrom(...linkLetters),
    kind: fc.constantFrom('replace', 'insert', 'delete', 'swap'),
  });
  let edits = 0;
  fc.assert(
    fc.property(arbitraryLinkContent, edit, (content, { at: share, letter, kind }) => {
      const encoded = encodeLink(content);
      if (!encoded.ok) return;
      const { text } = encoded;
      const at = Math.floor(share * text.length);
      const edited = {
        replace: replaced(text, at, letter),
        insert: replaced(text, at, letter + text.charAt(at)),
        delete: replaced(text, at, ''),
        swap: text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
      }[kind];
      if (edited === text) return;
      edits++;
      expect(passesUnnoticed(edited, content.modelVersion), edited).toBe(false);
    }),
    { numRuns: 1500 },
  );
  expect(edits).toBeGreaterThan(1000);
});

describe('a link opens with the notice', () => {
  const link = textOf(plain);
  const noticesOf = (text: string, modelVersion = version) => {
    const decoded = decodeLink(text, modelVersion);
    return decoded.ok ? decoded.notices : decoded.issues;
  };

  test.each([
    ['without a checksum', link.replace(/&k=.*/, '')],
    ['with a wrong checksum', link.replace(/&k=.*/, '&k=00000000')],
    ['with an empty checksum', link.replace(/&k=.*/, '&k=')],
    ['with letters in the checksum that are none', link.replace(/&k=.*/, '&k=%~é')],
    ['with another run', link.replace('run=12', 'run=13')],
    ['with its entries in another order', link.replace('&run=12', '').replace('&on=', '&run=12&on=')],
    ['with a longer way to write a letter', link.replace('~BA', '~BAx').replace('x', '')],
    ['with its checksum in the middle', link.replace(/(&embed=yes)(.*)(&k=.*)/, '$3$1$2')],
  ])("'edited' %s, but for what is the same", (_, text) => {
    expect(noticesOf(text)).toEqual(text === link ? [] : ['edited']);
  });

  test('and says what was edited', () => {
    const decoded = decodeLink(link.replace('baseline?', 'baseline?growth=2.0&'), version);
    expect(decoded).toMatchObject({ ok: true, content: { scenario: { world: { growth: 2 } } } });
  });

  test("'model-changed' where the model is another", () => {
    expect(noticesOf(link, '1.0.1')).toEqual(['model-changed']);
    expect(decodeLink(link, '1.0.1')).toMatchObject({ ok: true, content: { modelVersion: version } });
  });

  test("'preset-changed' where one of its presets has another content than it had", () => {
    for (const id of ['baseline', 'no-policy'] as const) {
      const digits = contentHash(preset(id)).slice(0, 8);
      expect(link).toContain(`-${digits}`);
      expect(noticesOf(link.replace(`-${digits}`, '-01234567'))).toEqual(['edited', 'preset-changed']);
    }
  });
});

describe('an old link', () => {
  /** As if `seed` had been called `luck`, and growth given in months, up to version 1. */
  const chain: readonly LinkMigration[] = [
    ({ preset: id, entries }) => ({
      preset: id === 'first' ? 'baseline' : id,
      entries: entries.map(({ key, text }) => {
        if (key === 'luck') return { key: 'seed', text };
        return key === 'growth' ? { key, text: String(Number(text) * 12) } : { key, text };
      }),
    }),
  ];
  const old = textOf(plain)
    .replace('baseline?', 'first?growth=0.25&')
    .replace('seed=', 'luck=')
    .replace(/&k=.*/, '');

  test('is brought up to date, step by step, with a notice', () => {
    const decoded = decodeLink(old, version, chain);
    expect(decoded).toMatchObject({
      ok: true,
      content: { presetId: 'baseline', seed: 'Łódź', scenario: { world: { growth: 3 } } },
      notices: ['edited', 'migrated'],
    });
    const twice = decodeLink(old, version, [(link) => link, ...chain]);
    expect(twice).toEqual(decoded);
  });

  test('of a later version is not', () => {
    const decoded = decodeLink(textOf(plain).replace('v1', 'v2'), version, chain);
    expect(decoded).toMatchObject({ ok: true, notices: ['edited'] });
    expect(decodeLink(old, version, [])).toMatchObject({ ok: false });
  });

  test('is still checked as it was written', () => {
    const link = textOf(plain);
    expect(decodeLink(link, version, [(parts) => parts])).toMatchObject({ ok: true, notices: ['migrated'] });
  });
});
