/** Where everything stands that has not arrived yet, and the way back from there. */
export function waitingPath(from: string): string {
  return from.startsWith('/wartend') ? '/wartend' : `/wartend?zurueck=${encodeURIComponent(from)}`;
}
