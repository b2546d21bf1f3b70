/** A text as a pattern of LIKE that means itself: `%` and `_` are letters to a person who searches. */
export function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
