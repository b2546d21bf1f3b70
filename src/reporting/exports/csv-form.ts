/** For whom a CSV is written. */
export const CSV_FORMS = ['people', 'machine'] as const;
export type CsvForm = (typeof CSV_FORMS)[number];
