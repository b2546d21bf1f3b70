import classes from './chart-picture.module.css';
import { DRAWN_STYLES } from './drawn-styles';

interface PictureWords {
  title: string;
  summary: string | undefined;
  /** Whose numbers these are, as of when. */
  source: string;
}

/** Dots for each pixel of the page: sharp in a text document and on paper. */
const SHARPNESS = 3;
const LEAST_WIDTH = 480;

/**
 * What is drawn on the page as a PNG that can stand alone: title, summary and source in it, on white, in the light colours whatever
 * the page wears. The drawing library comes with the first picture.
 */
export async function pictureOf(drawn: HTMLElement, words: PictureWords): Promise<Blob> {
  const { domToBlob } = await import('modern-screenshot');
  const frame = lightFrame(Math.max(widthOf(drawn), LEAST_WIDTH));
  try {
    const sheet = sheetOf(drawn, words);
    frame.contentDocument?.body.append(sheet);
    return await domToBlob(sheet, {
      scale: SHARPNESS,
      backgroundColor: '#ffffff',
      font: false,
      includeStyleProperties: DRAWN_STYLES,
      filter: (node) => !isElement(node) || !node.classList.contains('no-print'),
    });
  } finally {
    frame.remove();
  }
}

// Not `instanceof`: the nodes come from the other document.
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** With what has been scrolled out of sight. */
function widthOf(drawn: HTMLElement): number {
  const wide = drawn.querySelector('[data-wide]');
  return Math.max(drawn.offsetWidth, wide?.scrollWidth ?? 0);
}

/** A document of its own beside the page, with the same styles: switching the page's colours would flash. */
function lightFrame(width: number): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.className = classes.frame ?? '';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.width = `${width + 2 * PADDING}px`;
  document.body.append(frame);
  const inside = frame.contentDocument;
  if (inside) {
    inside.documentElement.lang = document.documentElement.lang;
    inside.documentElement.dataset['mantineColorScheme'] = 'light';
    const style = inside.createElement('style');
    style.textContent = [...document.styleSheets].flatMap(rulesOf).join('\n');
    inside.head.append(style);
  }
  return frame;
}

const rulesOf = (sheet: CSSStyleSheet): string[] => [...sheet.cssRules].map(({ cssText }) => cssText);

/** The same as in the style sheet. */
const PADDING = 24;

function sheetOf(drawn: HTMLElement, { title, summary, source }: PictureWords): HTMLElement {
  const sheet = document.createElement('div');
  sheet.className = classes.sheet ?? '';
  const paragraph = (text: string, name: string | undefined): HTMLElement => {
    const element = document.createElement('p');
    element.textContent = text;
    element.className = name ?? '';
    return element;
  };
  sheet.append(paragraph(title, classes.title));
  if (summary) sheet.append(paragraph(summary, classes.summary));
  sheet.append(drawn.cloneNode(true), paragraph(source, classes.source));
  return sheet;
}
