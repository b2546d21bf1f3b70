/** What a file is asked for with; what is undefined is not asked for. */
export type ExportFilter = Readonly<Record<string, string | number | boolean | undefined>>;

/** The address of a file of the server. */
export function exportHref(file: string, filter: ExportFilter = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) params.set(name, String(value));
  }
  return `/api/exports/${file}${params.size === 0 ? '' : `?${params}`}`;
}
