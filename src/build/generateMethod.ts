import { readFileSync } from 'node:fs';
import { lexer, type Token, type Tokens } from 'marked';
import type { Block, Inline, StatechartRow } from '../messages/methodText';
import { labMachine } from '../model/labMachine';
import { regionStates, type Region } from '../model/regions';
import type { GeneratedFile } from './generatedFile';
import { readChart } from './kernelChart';

function refuse(token: Token): never {
  throw new Error(`The method page cannot show ${token.type}: ${token.raw}`);
}

function inlinesOf(tokens: readonly Token[] = []): readonly Inline[] {
  return tokens.map((token): Inline => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return { kind: 'text', text: (token as Tokens.Text).text };
      case 'codespan':
        return { kind: 'code', text: (token as Tokens.Codespan).text };
      case 'strong':
        return { kind: 'strong', text: (token as Tokens.Strong).text };
      case 'em':
        return { kind: 'em', text: (token as Tokens.Em).text };
      case 'link': {
        const { text, href } = token as Tokens.Link;
        return { kind: 'link', text, href };
      }
      default:
        return refuse(token);
    }
  });
}

/** The words of a heading as the end of an address. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** @param deeper how many levels below their own headings stand */
function blocksOf(markdown: string, deeper = 0): readonly Block[] {
  return lexer(markdown).flatMap((token): readonly Block[] => {
    switch (token.type) {
      case 'space':
        return [];
      case 'heading': {
        const { depth, text } = token as Tokens.Heading;
        return [{ kind: 'heading', level: depth + deeper, id: slug(text), text }];
      }
      case 'paragraph': {
        const { tokens, text } = token as Tokens.Paragraph;
        const [, placeholder] = /^\[\[([a-z-]+)\]\]$/.exec(text) ?? [];
        if (placeholder === 'model') return specification();
        if (placeholder !== undefined) return [{ kind: 'made', what: placeholder }];
        return [{ kind: 'paragraph', content: inlinesOf(tokens) }];
      }
      case 'list': {
        const { ordered, items } = token as Tokens.List;
        const content = items.map((item) =>
          item.tokens.flatMap((part) => inlinesOf('tokens' in part ? part.tokens : [part])),
        );
        return [{ kind: 'list', isOrdered: ordered, items: content }];
      }
      case 'table': {
        const { header, rows } = token as Tokens.Table;
        const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlinesOf(cell.tokens));
        return [{ kind: 'table', head: cells(header), rows: rows.map(cells) }];
      }
      default:
        return refuse(token);
    }
  });
}

/** The model's own specification, without its title. */
function specification(): readonly Block[] {
  const [, ...blocks] = blocksOf(readFileSync('src/model/README.md', 'utf8'), 1);
  return blocks;
}

function statechart(): readonly StatechartRow[] {
  const { rows } = readChart(labMachine(1));
  const name = (region: Region, state: number): string => regionStates[region][state] ?? '';
  return rows.map(({ region, from, event, guard, to, actions }) => ({
    region,
    from: name(region, from),
    event,
    guard,
    to: from === to ? null : name(region, to),
    actions,
  }));
}

/** What the method page shows that is written in Markdown or in the statechart. */
export function generateMethod(): GeneratedFile[] {
  const blocks = blocksOf(readFileSync('src/messages/en/method/method.md', 'utf8'));
  const text = `${JSON.stringify({ blocks, statechart: statechart() }, null, 1)}\n`;
  return [{ path: 'src/app/method/method.gen.json', text }];
}
