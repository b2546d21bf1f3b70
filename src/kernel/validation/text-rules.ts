// C0/C1 controls (line break apart), and the invisible signs that reverse or reorder text.
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** True when a text has no control characters, lone surrogates or bidirectional overrides; line breaks only if allowed. */
export function isCleanText(text: string, multiline: boolean): boolean {
  if (!text.isWellFormed() || CONTROLS.test(text) || BIDI.test(text)) return false;
  return multiline || !text.includes('\n');
}

/** Text as it is stored: NFC, line ends as LF, no spaces around. Anything but a string is passed on for the validator to refuse. */
export function storedText(value: unknown): unknown {
  if (typeof value !== 'string' || !value.isWellFormed()) return value;
  return value.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/** Length in the signs a person sees as single letters, not in UTF-16 units. */
export function letterCount(text: string): number {
  return [...text].length;
}
