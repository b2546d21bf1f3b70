export const problems = {
  unreachable: 'Keine Verbindung zum Server. Bitte das Netz prüfen und noch einmal versuchen.',
  unexpected: 'Das hat nicht geklappt. Bitte die Seite neu laden und noch einmal versuchen.',
  busy: 'Der Server ist gerade ausgelastet. Bitte gleich noch einmal versuchen.',
  server: 'Auf dem Server ist etwas schiefgegangen. Bitte noch einmal versuchen.',
  refused: 'Der Server hat die Anfrage nicht angenommen.',
};
