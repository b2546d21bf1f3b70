export const overview = {
  activities: {
    nav: 'Aktivitäten',
    title: 'Aktivitäten',
    date: 'Datum',
    institution: 'Einrichtung',
    group: 'Gruppe',
    focusArea: 'Schwerpunkt',
    minutes: 'Minuten',
    children: 'Kinder dabei',
  },
};
