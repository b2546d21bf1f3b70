import { fileProblem } from '../imports.problems.js';

export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedFile {
  text: string;
  encoding: FileEncoding;
}

type MarkedEncoding = Exclude<FileEncoding, 'windows-1252'>;

const BYTE_ORDER_MARKS: [mark: number[], encoding: MarkedEncoding][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

// Windows-1252 differs from Latin-1 in 0x80–0x9F only. Written out, because some versions of Node decode it as Latin-1.
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const EXCEL = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * The text of a file as spreadsheet programs save it: UTF-8 with or without mark, UTF-16 with mark, else Windows-1252.
 * @throws Problem 422 for an empty file and for one that is no text
 */
export function decodeFile(bytes: Buffer): DecodedFile {
  if (bytes.length === 0) throw fileProblem('file_empty', 'Die Datei ist leer.');
  if (EXCEL.some((magic) => startsWith(bytes, magic))) throw isWorkbook();
  const decoded = decodedByMark(bytes) ?? decodedByContent(bytes);
  if (decoded === null || decoded.text.includes('\0')) throw isNoText();
  if (decoded.text.trim() === '') throw fileProblem('file_empty', 'Die Datei ist leer.');
  return decoded;
}

function decodedByMark(bytes: Buffer): DecodedFile | null {
  for (const [mark, encoding] of BYTE_ORDER_MARKS) {
    if (!startsWith(bytes, mark)) continue;
    const text = strictText(bytes, encoding);
    if (text === null) throw isNoText();
    return { text, encoding };
  }
  return null;
}

function decodedByContent(bytes: Buffer): DecodedFile | null {
  const text = strictText(bytes, 'utf-8');
  if (text !== null) return { text, encoding: 'utf-8' };
  const western = bytes
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (sign) => WINDOWS_SIGNS.charAt(sign.charCodeAt(0) - 0x80));
  // Five bytes stand for nothing in Windows-1252: whatever holds them is something else.
  return /[\u0080-\u009F]/.test(western) ? null : { text: western, encoding: 'windows-1252' };
}

function strictText(bytes: Buffer, encoding: MarkedEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function startsWith(bytes: Buffer, magic: number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function isWorkbook(): Error {
  return fileProblem(
    'file_unreadable',
    'Das ist eine Excel-Datei. Bitte in Excel über „Speichern unter“ als „CSV UTF-8 (durch Trennzeichen getrennt)“ speichern.',
  );
}

function isNoText(): Error {
  return fileProblem(
    'file_unreadable',
    'Die Datei lässt sich nicht als Text lesen. Erwartet wird eine CSV-Datei in UTF-8, UTF-16 oder Windows-1252.',
  );
}
