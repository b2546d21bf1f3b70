/** The statement that public bodies owe under BITV 2.0 § 7 and BITVNRW; paragraphs by section. */
export const accessibility = {
  title: 'Erklärung zur Barrierefreiheit',
  sections: [
    {
      heading: 'Wofür diese Erklärung gilt',
      paragraphs: [
        'Diese Erklärung gilt für die Webanwendung „Olympia ruft“, mit der Kitas, Schulen und Kommunen die Teilnahme am Programm „Olympia ruft – Mach mit!“ festhalten.',
        'Maßstab sind die Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) und die Richtlinien WCAG 2.2 in den Stufen A und AA.',
      ],
    },
    {
      heading: 'Stand der Vereinbarkeit',
      paragraphs: [
        'Die Anwendung ist nach eigener Prüfung weitgehend mit diesen Anforderungen vereinbar. Geprüft wird bei jeder Änderung: jede Seite mit einem automatischen Prüfwerkzeug (axe), hell und dunkel, auf Telefon und Bildschirm, dazu die wichtigsten Abläufe allein mit der Tastatur.',
        'Eine Prüfung durch eine unabhängige Stelle und durch Menschen, die Hilfsmittel täglich nutzen, steht noch aus.',
      ],
    },
    {
      heading: 'Was die Anwendung bietet',
      paragraphs: [
        'Alle Seiten lassen sich mit der Tastatur bedienen, der Fokus ist sichtbar, ein Sprunglink führt zum Inhalt. Meldungen und Fehler werden vorgelesen und stehen am jeweiligen Feld.',
        'Nichts wird allein durch Farbe gesagt: Symbole haben Wörter, Diagramme haben eine Tabelle. Schaltflächen sind groß, die Anwendung folgt der Einstellung für hell, dunkel und weniger Bewegung. Bei 320 Pixeln Breite und 200 Prozent Vergrößerung bleibt alles lesbar.',
      ],
    },
    {
      heading: 'Bekannte Grenzen',
      paragraphs: [
        'Heruntergeladene Tabellen (CSV, XLSX) sind für die Weiterverarbeitung gedacht; dieselben Zahlen stehen als Tabelle auf der Seite.',
        'Eine Fassung in Leichter Sprache und Videos in Gebärdensprache gibt es noch nicht.',
      ],
    },
    {
      heading: 'Eine Barriere melden',
      paragraphs: [
        'Etwas lässt sich nicht bedienen oder nicht lesen? Die Koordination der eigenen Kommune nimmt Hinweise entgegen, kümmert sich um eine Lösung und nennt bis dahin einen anderen Weg.',
        'Kommt darauf keine zufriedenstellende Antwort, hilft in Nordrhein-Westfalen die Ombudsstelle für barrierefreie Informationstechnik bei der oder dem Beauftragten der Landesregierung für Menschen mit Behinderungen. Das Verfahren ist kostenlos.',
      ],
    },
  ],
  updated: 'Diese Erklärung wurde am 22.11.2026 aufgrund einer Selbstbewertung erstellt.',
};
