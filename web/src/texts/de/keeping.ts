/** What is said when something cannot be kept on the device, or did not arrive as it was sent. */
export const keeping = {
  full: 'Der Speicher dieses Geräts ist voll. Der Eintrag ist nicht gesichert. Bitte Platz schaffen, etwa alte Fotos löschen, und noch einmal speichern.',
  blocked:
    '„Olympia ruft“ ist noch in einem anderen Fenster mit einer älteren Fassung offen. Bitte alle anderen Fenster schließen und noch einmal speichern.',
  lost: 'Der Browser gibt seinen Speicher gerade nicht frei. Der Eintrag ist nicht gesichert. Bitte noch einmal speichern.',
  noKey:
    'Auf diesem Gerät lässt sich gerade nichts sichern: Dafür braucht es einmal Netz nach dem Anmelden. Bitte mit Netz noch einmal speichern.',
  noSealingKey:
    'Auf diesem Gerät lässt sich gerade nichts sichern: Es war noch nie mit dem Server verbunden. Bitte mit Netz noch einmal speichern.',
  otherContent: 'Der Server hat etwas anderes gespeichert.',
  heldTitle: 'Bei der Leitung',
  heldText: 'Der Eintrag ist angekommen. Die Leitung muss ihn noch bestätigen.',
};
