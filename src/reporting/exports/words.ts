import type { Place } from '../../activities/activity.dto.js';
import type {
  InstitutionKind,
  LegalRegime,
  ParticipationStatus,
  ProviderKind,
  SocialSituation,
} from '../../institutions/vocabulary.js';

/* The German words for the codes, as people read them in a file. */

export const KIND_WORDS: Record<InstitutionKind, string> = { kita: 'Kita', school: 'Schule' };

export const PROVIDER_WORDS: Record<ProviderKind, string> = {
  municipal: 'kommunal',
  protestant: 'evangelisch',
  catholic: 'katholisch',
  awo: 'AWO',
  caritas: 'Caritas',
  drk: 'DRK',
  diakonie: 'Diakonie',
  lebenshilfe: 'Lebenshilfe',
  parity: 'Parität/Elterninitiative',
  other_nonprofit: 'sonstiger freier Träger',
  private: 'betrieblich/privat',
};

export const LEGAL_WORDS: Record<LegalRegime, string> = { dsgvo: 'DSGVO', kdg: 'KDG', dsg_ekd: 'DSG-EKD' };

export const SITUATION_WORDS: Record<SocialSituation, string> = {
  low: 'niedrig',
  medium: 'mittel',
  high: 'hoch',
};

export const STATUS_WORDS: Record<ParticipationStatus, string> = {
  requested: 'angefragt',
  registered: 'angemeldet',
  initial_consultation: 'Erstberatung',
  choosing_modules: 'Modulwahl',
  active: 'in Umsetzung',
  completed: 'abgeschlossen',
  cancelled: 'abgebrochen',
};

export const PLACE_WORDS: Record<Place, string> = {
  hall: 'Halle',
  room: 'Gruppenraum',
  outdoors: 'Draußen',
};
