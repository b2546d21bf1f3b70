/** What people did with attendance and certificates, for trail-words.ts. */
export const CERTIFICATE_ACTIONS = {
  'training_registration.walk_in': {
    label: 'Ohne Anmeldung gekommen',
    says: 'hat zu einer Fortbildung jemanden hinzugefügt, der ohne Anmeldung kam',
  },
  'attendance.take': {
    label: 'Anwesenheit eingetragen',
    says: 'hat die Anwesenheit bei einer Fortbildung eingetragen',
  },
  'attendance.settle_conflict': {
    label: 'Zwischen zwei Angaben gewählt',
    says: 'hat zwischen zwei Angaben zur Anwesenheit gewählt',
  },
  'attendance.accept_stored': {
    label: 'Gespeicherte Angabe behalten',
    says: 'hat bei zwei Angaben zur Anwesenheit die gespeicherte behalten',
  },
  'attendance.correct': {
    label: 'Anwesenheit nachträglich berichtigt',
    says: 'hat die Anwesenheit bei einer abgeschlossenen Fortbildung berichtigt',
  },
  'certificate.issue': { label: 'Bescheinigung ausgestellt', says: 'hat eine Bescheinigung ausgestellt' },
  'certificate.replace': {
    label: 'Bescheinigung ersetzt',
    says: 'hat eine Bescheinigung durch eine neue ersetzt',
  },
  'certificate.reissue': {
    label: 'Bescheinigung neu ausgestellt',
    says: 'hat eine Bescheinigung neu ausgestellt',
  },
  'certificate.withdraw': {
    label: 'Bescheinigung zurückgezogen',
    says: 'hat eine Bescheinigung zurückgezogen',
  },
  'certificate.export': {
    label: 'Bescheinigungen heruntergeladen',
    says: 'hat alle Bescheinigungen einer Fortbildung heruntergeladen',
  },
};

export const CERTIFICATE_OBJECTS = { attendance: 'die Anwesenheit', certificate: 'die Bescheinigung' };

export const CERTIFICATE_FIELDS = { attendance: 'Anwesenheit' };
