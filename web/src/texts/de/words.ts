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
  focusArea: {
    health_promotion: 'Gesundheitsförderung',
    active_learning: 'Bewegtes Lernen',
    inclusion_paralympics: 'Inklusion & Paralympics',
    fairplay_teamwork: 'Fairplay & Teamentwicklung',
    global_learning: 'Globales Lernen',
  },
};
