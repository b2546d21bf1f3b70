/** How the own house stands: each number with what it means and what one can do. */
export const ownHouse = {
  nav: 'Meine Zahlen',
  title: 'So steht meine Einrichtung da',
  /** For a coach: not theirs, and often several. */
  titleCoach: 'So stehen meine Einrichtungen da',
  intro: (house: string, year: string) => `${house}, Kita-/Schuljahr ${year}`,
  whoSees:
    'Diese Zahlen sehen nur das Team und die Leitung, der Coach, die Koordination der Kommune und symbioun. Sie sind kein Vergleich mit anderen Einrichtungen.',
  emptyTitle: 'Noch keine Einrichtung zugeordnet',
  emptyText: 'Sobald eine Einrichtung zugeordnet ist, stehen hier ihre Zahlen.',
  full: 'Mehr geht nicht. So darf es bleiben.',
  definition: 'So wird gezählt:',
  figures: {
    weeks_reported: {
      question: 'In wie vielen Wochen ist etwas eingetragen?',
      value: (_value: string, behind: string) => `in ${behind} Wochen`,
      meaning:
        'Gezählt werden Wochen, in denen die Einrichtung offen hatte. Eine Aktivität in der Woche genügt, gleich von welcher Gruppe.',
      hint: 'Ist etwas noch nicht eingetragen? Es lässt sich nachtragen.',
    },
    groups_reached: {
      question: 'Wie viele Gruppen machen mit?',
      value: (_value: string, behind: string) => `${behind} Gruppen`,
      meaning: 'Eine Gruppe oder Klasse macht mit, sobald für sie etwas eingetragen ist.',
      hint: 'Vielleicht hilft ein gemeinsamer Termin mit einer Gruppe, die schon dabei ist.',
    },
    children_reached: {
      question: 'Wie viele Kinder sind dabei?',
      value: (_value: string, behind: string) => `${behind} Kindern`,
      meaning: 'Alle Kinder der Gruppen, die mitmachen. Jedes Kind zählt einmal.',
      hint: 'Stimmt die Zahl nicht? Dann ist vielleicht die Größe einer Gruppe veraltet.',
    },
    minutes_per_group_week: {
      question: 'Wie viel bewegen sich die Gruppen?',
      value: (value: string) => `${value} Min. je Gruppe und Woche`,
      meaning:
        'Im Durchschnitt der Gruppen, die mitmachen, und nur, was eingetragen ist: Was die Kinder sonst toben und laufen, kommt dazu.',
      hint: 'Auch kleine Bewegungspausen zählen, ab fünf Minuten.',
    },
    staff_trained: {
      question: 'Wie viele im Team sind fortgebildet?',
      value: (_value: string, behind: string) => `${behind} Fachkräften`,
      meaning: 'Fortgebildet ist, wer mindestens vier Unterrichtseinheiten besucht hat.',
      hint: 'Zwei Fortgebildete im Haus tragen das Programm auch, wenn jemand fehlt.',
    },
    modules_delivered: {
      question: 'Finden die geplanten Module statt?',
      value: (_value: string, behind: string) => `${behind} geplanten Modulen`,
      meaning: 'Gezählt werden Module, deren geplanter Tag schon war. Auch ausgefallene waren geplant.',
      hint: 'Passt ein Termin nicht mehr, lässt er sich verschieben.',
    },
    hours_per_institution: {
      question: 'Wie viel Beratung gab es?',
      value: (value: string) => (value === '1' ? '1 Stunde' : `${value} Stunden`),
      meaning: 'Gespräche mit dem Coach, vor Ort, am Telefon oder online.',
      hint: 'Eine Beratung lässt sich jederzeit vereinbaren, auch am Telefon.',
    },
    days_since_contact: {
      question: 'Wie lange ist die letzte Beratung her?',
      value: (value: string) => (value === '1' ? '1 Tag' : `${value} Tage`),
      meaning: 'Gezählt vom letzten Gespräch, das stattgefunden hat.',
      hint: 'Ein kurzes Gespräch im Vierteljahr hält das Programm lebendig.',
    },
  },
  actions: {
    add: 'Aktivität eintragen',
    groups: 'Gruppen ansehen',
    trainings: 'Fortbildungen ansehen',
    modules: 'Module ansehen',
    desk: 'Zur Beratung',
  },
  nothing: 'Noch nichts zu zählen',
};
