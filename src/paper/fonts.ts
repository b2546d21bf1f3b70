import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const file = (name: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/**
 * Fonts that have every letter of the names here, from German to Vietnamese, and may be embedded. Files, not names: under a name of its own
 * the document's first font would be read anew with every line.
 */
export const FONTS = {
  text: file('DejaVuSansCondensed'),
  strong: file('DejaVuSansCondensed-Bold'),
  solemn: file('DejaVuSerifCondensed'),
  solemnStrong: file('DejaVuSerifCondensed-Bold'),
  code: file('DejaVuSansMono-Bold'),
} as const;
export type FontName = keyof typeof FONTS;
