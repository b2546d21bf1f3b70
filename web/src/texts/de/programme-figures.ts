/** What the programme itself did, in the overview and behind it. */
export const programmeFigures = {
  title: 'Das Programm',
  contacts: 'Beratungen',
  contactsText: (hours: string, institutions: string) => `${hours} Stunden in ${institutions} Einrichtungen`,
  contactsDefinition:
    'Gespräche der Coaches mit Einrichtungen, die in diesem Kita-/Schuljahr stattgefunden haben.',
  trainings: 'Fortbildungen',
  trainingsText: (inHouse: string) => `dazu ${inHouse} im eigenen Haus gebucht`,
  trainingsDefinition:
    'Fortbildungen, die jemand aus diesen Einrichtungen in diesem Kita-/Schuljahr besucht hat.',
  talks: 'Vorträge und Elternabende',
  talksText: (parents: string) => `mit ${parents} Eltern, bei allen Modulen zusammen`,
  talksDefinition:
    'Durchgeführte Module vom Format Vortrag. Bei den Eltern ist jeder Besuch gezählt: Wer zweimal kam, zählt zweimal.',
  workshops: 'Workshops',
  events: 'Veranstaltungen',
  eventsDefinition:
    'Durchgeführte Module: Auftakt, Projekttage und -wochen, Sportfeste, Besuche von Athletinnen und Athleten, Abschluss.',
  people: 'Fachkräfte in Fortbildungen',
  peopleText: (units: string) => `zusammen ${units} UE zu 45 Minuten`,
  peopleDefinition: 'Menschen, nicht Teilnahmen: Wer mehrere Fortbildungen besucht hat, zählt einmal.',
  trained: 'der Fachkräfte sind fortgebildet',
  trainedText: (trained: string, staff: string) => `${trained} von ${staff}`,
  trainedDefinition: (units: string) =>
    `Fortgebildet: mindestens ${units} UE besucht, in welchem Jahr auch immer. Verglichen mit allen, die in einer teilnehmenden Einrichtung arbeiten.`,
  withTwo: 'Einrichtungen mit mindestens zwei Fortgebildeten',
  withTwoText: (institutions: string) => `von ${institutions}, die teilnehmen`,
  modules: 'der geplanten Module durchgeführt',
  modulesText: (delivered: string, planned: string) => `${delivered} von ${planned}`,
  modulesDefinition:
    'Module, deren geplanter Tag in diesem Kita-/Schuljahr liegt und schon da war. Ausgefallene zählen als geplant.',
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
