/** What the journal of erasures is about, in German, and whether counts of it are about children. */
export const OBJECT_TITLES: Readonly<Record<string, { title: string; children: boolean }>> = {
  account: { title: 'Konten', children: false },
  activity: { title: 'Aktivitäten', children: false },
  assessment: { title: 'Testungen', children: true },
  child: { title: 'Kinder', children: true },
  consent: { title: 'Widerrufene Einwilligungen', children: true },
  staff_member: { title: 'Fachkräfte', children: false },
  test_day: { title: 'Testtage', children: true },
};
