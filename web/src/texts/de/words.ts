/** The German word for each value of the interface. */
export const words = {
  role: {
    educator: 'Fachkraft / Lehrkraft',
    institution_lead: 'Leitung',
    coach: 'Coach',
    coordinator: 'Koordination',
    programme_lead: 'Programmleitung',
    administrator: 'Administration',
  },
  kind: { kita: 'Kita', school: 'Schule' },
  place: { hall: 'Halle', room: 'Gruppenraum', outdoors: 'Draußen' },
};

/** The word for a value; one that this version does not know yet is shown as it is. */
export function wordFor(catalogue: Readonly<Record<string, string>>, value: string): string {
  return catalogue[value] ?? value;
}
