/** `2021-05` → "05.2021" */
export function formatMonthNumber(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${number}.${year}`;
}

/** What somebody typed as a month: "5.2021", "05/2021", "2021-05", "052021". Null for an empty field, undefined for anything else. */
export function readMonth(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text);
  const german = /^(\d{1,2})\s*[./ -]?\s*(\d{4})$/.exec(text);
  const [year, number] = iso ? [iso[1], iso[2]] : [german?.[2], german?.[1]];
  const month = Number(number);
  if (!year || !(month >= 1 && month <= 12)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}`;
}
