import jsQRModule from 'jsqr';
import { describe, expect, test } from 'vitest';
import { bibtex, citation, embedHtml } from '../../../src/app/share/citation';
import { addressOf, linkOfSession, officeAddressOf, type Shared } from '../../../src/app/share/linkOfSession';
import { qrPath, type QrPath } from '../../../src/app/share/qrPath';
import { readScenarioFile, scenarioFile } from '../../../src/app/share/scenarioFile';
import { openAddress } from '../../../src/app/session/openAddress';
import { unchanged, withSetting } from '../../../src/app/session/design';
import { plainView } from '../../../src/scenario/link';
import { preset, presetIds } from '../../../src/scenario/presets';
import { summarise } from '../../../src/results/summary';
import { simulated } from '../../support/simulated';

// A CommonJS package, whose default export is the module itself in Node and the function in its types.
const jsQR = (jsQRModule as unknown as { default?: typeof jsQRModule }).default ?? jsQRModule;

const page = 'https://example.org/rsp/index.html?x=1#old';
const baseline = preset('baseline');
const look = {
  run: 0,
  opened: 'limits',
  kind: 'any',
  isTold: false,
  isKnownOnly: false,
  week: null,
} as const;

function shared(changes: Partial<Shared> = {}): Shared {
  return {
    design: unchanged(baseline),
    pinned: [],
    seed: '1',
    look,
    isSettled: false,
    result: null,
    ...changes,
  };
}

function link(of: Shared, embed = false): string {
  const encoded = linkOfSession(of, embed);
  if (!encoded.ok) throw new Error(encoded.reason);
  return encoded.text;
}

describe('the address', () => {
  test('opens what was shared, as #link and as ?s= for programs that cut at #', () => {
    const changed = withSetting(unchanged(baseline), 'limits.safetyBuffer', '1');
    if (!changed.ok) throw new Error('not changed');
    const text = link(
      shared({
        design: changed.design,
        pinned: [unchanged(preset('no-policy'))],
        seed: 'Łuck 7',
        look: {
          run: 41,
          opened: 'response',
          kind: 'missedWarning',
          isTold: true,
          isKnownOnly: false,
          week: 12,
        },
      }),
    );
    for (const address of [addressOf(text, page), officeAddressOf(text, page)]) {
      const { content, notice } = openAddress(new URL(address));
      expect(notice).toBeNull();
      expect(content).toMatchObject({
        presetId: 'baseline',
        scenario: changed.design.scenario,
        compared: [{ presetId: 'no-policy', scenario: preset('no-policy') }],
        seed: 'Łuck 7',
        run: 41,
        view: {
          embed: false,
          open: 'response',
          kind: 'missedWarning',
          isTold: true,
          isKnownOnly: false,
          week: 12,
        },
        fingerprint: null,
      });
    }
    expect(addressOf(text, page)).toMatch(/^https:\/\/example\.org\/rsp\/index\.html#v1\/baseline\?/);
  });

  test('tells a future at its last week where the one it stood at is gone', () => {
    const shortened = withSetting(unchanged(baseline), 'horizon', '52');
    if (!shortened.ok) throw new Error('not changed');
    const text = link(shared({ design: shortened.design, look: { ...look, isTold: true, week: 200 } }));
    expect(openAddress(new URL(addressOf(text, page))).content?.view.week).toBe(52);
  });

  test('names the compact view', () => {
    expect(openAddress(new URL(addressOf(link(shared(), true), page))).content?.view).toEqual({
      ...plainView,
      embed: true,
    });
  });

  test('without a link opens nothing and says nothing; with one that cannot be read it says why', () => {
    expect(openAddress({ hash: '', search: '' })).toEqual({ content: null, notice: null });
    expect(openAddress({ hash: '#v1/nothing?seed=1', search: '' })).toMatchObject({
      content: null,
      notice: { kind: 'refused-link' },
    });
    const text = link(shared());
    const edited = text.replace('seed=1', 'seed=2');
    expect(openAddress({ hash: `#${edited}`, search: '' })).toMatchObject({
      content: { seed: '2' },
      notice: { kind: 'link', notices: ['edited'] },
    });
  });

  test('of a scenario from a file is a link only where one can carry it', () => {
    const own = { ...baseline, id: 'my-own', caveats: ['Made up.'] };
    expect(linkOfSession(shared({ design: unchanged(own) }))).toEqual({ ok: false, reason: 'texts' });
  });
});

/** What a reader makes of a code that is drawn with a quiet zone of four modules. */
function readBack({ size, path }: QrPath): string | undefined {
  const [scale, quiet] = [4, 4];
  const side = (size + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < scale; row++) {
      const from = (((Number(y) + quiet) * scale + row) * side + (Number(x) + quiet) * scale) * 4;
      for (let i = 0; i < Number(width) * scale; i++) pixels.fill(0, from + 4 * i, from + 4 * i + 3);
    }
  }
  return jsQR(pixels, side, side)?.data;
}

describe('a QR code', () => {
  test('is read back by a reader as the text that it was made of', () => {
    const links = [
      'HTTPS://EXAMPLE.ORG',
      addressOf(link(shared({ seed: 'Łuck 7' })), page),
      'a'.repeat(1000),
    ];
    for (const text of links) expect(readBack(qrPath(text)!)).toBe(text);
  });

  test('holds the longest link, and says when a text is too long', () => {
    expect(qrPath('a'.repeat(1100))).not.toBeNull();
    expect(qrPath('a'.repeat(5000))).toBeNull();
  });
});

describe('a scenario file', () => {
  const asFile = (text: BlobPart, name = 'mine.json') => new File([text], name, { type: 'application/json' });

  test('of every preset is read back as it was, and names its schema', async () => {
    for (const id of presetIds) {
      const { name, text } = scenarioFile(preset(id), page);
      expect(name).toBe(`${id}.json`);
      expect(text).toContain('"$schema": "https://example.org/rsp/scenario.schema.json"');
      expect(await readScenarioFile(asFile(text))).toEqual({
        ok: true,
        name: 'mine.json',
        scenario: preset(id),
      });
    }
  });

  test('that is none says everything that is wrong', async () => {
    const broken = scenarioFile(baseline, page)
      .text.replace('"horizon": 260', '"horizon": 2')
      .replace('"growth": 3.75', '"growth": "fast"');
    const opened = await readScenarioFile(asFile(broken));
    expect(opened).toMatchObject({
      ok: false,
      issues: [{ path: 'world.horizon' }, { path: 'world.growth' }],
    });
    expect(await readScenarioFile(asFile('{'))).toMatchObject({
      ok: false,
      issues: [{ path: 'line 1, column 2' }],
    });
    expect(await readScenarioFile(asFile(new Uint8Array([0xff, 0xfe, 0])))).toMatchObject({
      ok: false,
      issues: [{ expected: 'text in UTF-8' }],
    });
    expect(await readScenarioFile(asFile(' '.repeat(1_500_000)))).toMatchObject({
      ok: false,
      issues: [{ received: '1.5 MB' }],
    });
  });
});

describe('a citation', () => {
  const summary = summarise(simulated(baseline, 20), baseline, '1');
  const cited = {
    summary,
    title: 'Baseline, 1 change',
    address: 'https://example.org/#v1/baseline?t1.limit=6&seed=1&k=abc',
    date: new Date(2026, 10, 24, 12),
  };

  test('names version, scenario, seed, futures, fingerprint, date and link', () => {
    const text = citation(cited);
    for (const part of [
      '(2026)',
      'model 1.',
      'Baseline, 1 change',
      'seed 1',
      '20 futures',
      summary.fingerprint,
      '24 November 2026',
      cited.address,
    ]) {
      expect(text).toContain(part);
    }
  });

  test('as BibTeX keeps the address as it is and escapes what means something to TeX', () => {
    const entry = bibtex({ ...cited, title: '100% & #1 {a_b} ~^\\' });
    expect(entry).toMatch(/^@software\{rsp-simulator-[0-9a-f]{8},\n/);
    expect(entry).toContain(`url = {${cited.address}}`);
    expect(entry).toContain(
      '100\\% \\& \\#1 \\{a\\_b\\} \\textasciitilde{}\\textasciicircum{}\\textbackslash{}',
    );
  });

  test('an embedding escapes its address and title for HTML', () => {
    const html = embedHtml('https://example.org/#v1/a?b=1&c=2', 'A "b" <c>');
    expect(html).toContain('src="https://example.org/#v1/a?b=1&amp;c=2"');
    expect(html).toContain('title="RSP Simulator: A &quot;b&quot; &lt;c>"');
    expect(html).toContain('sandbox="allow-scripts allow-same-origin allow-popups"');
  });
});
