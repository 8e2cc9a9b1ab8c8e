/** A chart as a picture that says by itself what it shows and where it comes from. */
import { drawOn } from './drawing';
import type { LineConfiguration } from './lineChart';
import type { ChartTheme } from './theme';

/** Width of a picture in CSS pixels, and how many of its own pixels make one: 1600 in all. */
const WIDTH = 800;
const PIXEL_RATIO = 2;
const MARGIN = 24;
const INNER_WIDTH = WIDTH - 2 * MARGIN;

export interface Picture {
  readonly title: string;
  readonly note: string;
  readonly footer: string;
  readonly theme: ChartTheme;
  /** The chart for a width in CSS pixels, in the colours of the theme. */
  readonly configure: (width: number) => LineConfiguration;
  /** Height of the chart in CSS pixels. */
  readonly chartHeight: number;
}

interface Paragraph {
  readonly text: string;
  readonly font: string;
  readonly colour: string;
  readonly lineHeight: number;
  /** Space above. */
  readonly above: number;
}

type Context = CanvasRenderingContext2D;

/** The lines of a paragraph, broken between words. */
function linesOf(context: Context, { text, font }: Paragraph): string[] {
  context.font = font;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line === undefined || context.measureText(longer).width > INNER_WIDTH) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function heightOf(context: Context, paragraph: Paragraph): number {
  return paragraph.above + linesOf(context, paragraph).length * paragraph.lineHeight;
}

/** Writes a paragraph below `top`; returns where it ends. */
function write(context: Context, paragraph: Paragraph, top: number): number {
  const lines = linesOf(context, paragraph);
  context.fillStyle = paragraph.colour;
  context.textBaseline = 'alphabetic';
  let y = top + paragraph.above;
  for (const line of lines) {
    y += paragraph.lineHeight;
    context.fillText(line, MARGIN, y - paragraph.lineHeight * 0.28);
  }
  return y;
}

function contextOf(canvas: HTMLCanvasElement): Context {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser draws no pictures');
  return context;
}

/** Draws a picture on a canvas of its own: title, note, chart, footer. */
export function drawPicture(picture: Picture): HTMLCanvasElement {
  const { theme, chartHeight } = picture;
  const font = (size: number, weight = 400): string => `${weight} ${size}px ${theme.fontFamily}`;
  const title = {
    text: picture.title,
    font: font(18, 600),
    colour: theme.ink,
    lineHeight: 24,
    above: MARGIN - 6,
  };
  const note = { text: picture.note, font: font(13), colour: theme.muted, lineHeight: 18, above: 2 };
  const footer = { text: picture.footer, font: font(11), colour: theme.muted, lineHeight: 16, above: 12 };

  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  const gap = 14;
  const height = Math.ceil(
    [title, note, footer].reduce((sum, paragraph) => sum + heightOf(context, paragraph), 0) +
      gap +
      chartHeight +
      MARGIN -
      6,
  );
  canvas.width = WIDTH * PIXEL_RATIO;
  canvas.height = height * PIXEL_RATIO;
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, WIDTH, height);

  const top = write(context, note, write(context, title, 0)) + gap;
  const chart = document.createElement('canvas');
  const release = drawOn(chart, picture.configure(INNER_WIDTH), {
    width: INNER_WIDTH,
    height: chartHeight,
    pixelRatio: PIXEL_RATIO,
  });
  context.drawImage(chart, MARGIN, top, INNER_WIDTH, chartHeight);
  release();
  write(context, footer, top + chartHeight);
  return canvas;
}

/** A picture as a PNG file. */
export function chartPicture(picture: Picture): Promise<Blob> {
  return new Promise((resolve, reject) => {
    drawPicture(picture).toBlob((blob) => {
      if (blob === null) reject(new Error('the browser makes no PNG'));
      else resolve(blob);
    }, 'image/png');
  });
}
