/** What the programme itself did, in the overview and behind it. */
export const programmeFigures = {
  none: '–',
  files: {
    bookings: 'Modulwahl',
    contacts: 'Beratungen',
    trainings: 'Fortbildungen',
    attendance: 'Anwesenheit',
  },
  list: {
    title: 'Fortgebildete Fachkräfte',
    intro: (year: string) => `Teilnehmende Einrichtungen im Kita-/Schuljahr ${year}, ohne Namen.`,
    back: 'Überblick',
    caption: 'Einrichtungen und wie viele ihrer Fachkräfte fortgebildet sind',
    institution: 'Einrichtung',
    staff: 'Fachkräfte',
    trained: 'Fortgebildet',
    share: 'Anteil',
    emptyTitle: 'Keine teilnehmende Einrichtung',
    emptyText: 'Ein Filter weniger hilft vielleicht.',
  },
};
