import { expect, test } from '@jest/globals';
import { faultSentence } from './fault';

test.each([
  ['too_late', 'Zu spät: Der Anlass ist vorbei.'],
  ['EENVELOPE 550', 'Der Mailserver nimmt diese Adresse nicht an. (EENVELOPE 550)'],
  ['EENVELOPE 451', 'Der Mailserver nimmt gerade nichts an. (EENVELOPE 451)'],
  ['EAUTH 535', 'Der Mailserver hat unsere Anmeldung abgelehnt. (EAUTH 535)'],
  ['ESOCKET', 'Der Mailserver ist nicht erreichbar. (ESOCKET)'],
  ['EMESSAGE 554', 'Der Mailserver hat die Nachricht abgelehnt. (EMESSAGE 554)'],
  ['something', 'Technischer Fehler. (something)'],
])('%s is told as "%s"', (code, sentence) => {
  expect(faultSentence(code)).toBe(sentence);
});
