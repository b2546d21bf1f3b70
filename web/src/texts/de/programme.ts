/** The catalogue of modules, what houses chose from it, and how coaches advise them. */
export const programme = {
  audience: { children: 'Kinder', parents: 'Eltern', staff: 'Fachkräfte' },
  format: {
    workshop: 'Workshop',
    training: 'Fortbildung',
    coaching: 'Praxisanleitung / Coaching',
    talk: 'Vortrag / Elternabend',
    project: 'Projekttag / Projektwoche',
    sports_festival: 'Sportfest',
    kick_off: 'Kick-off',
    athlete_visit: 'Athletenbesuch',
    closing: 'Abschluss / Ehrung',
  },
  bookingState: {
    wished: 'Gewünscht',
    planned: 'Geplant',
    delivered: 'Durchgeführt',
    cancelled: 'Ausgefallen',
  },
  contactWay: { on_site: 'vor Ort', phone: 'am Telefon', online: 'online' },
  contactState: { planned: 'Geplant', held: 'Geführt', cancelled: 'Ausgefallen' },
};
