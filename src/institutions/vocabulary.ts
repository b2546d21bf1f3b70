/** Fixed words of the domain; the codes are stored and sent, the German words belong to the screens. */
export const INSTITUTION_KINDS = ['kita', 'school'] as const;

export const PROVIDER_KINDS = [
  'municipal',
  'protestant',
  'catholic',
  'awo',
  'caritas',
  'drk',
  'diakonie',
  'lebenshilfe',
  'parity',
  'other_nonprofit',
  'private',
] as const;

/** Church providers fall under church data-protection law. */
export const LEGAL_REGIMES = ['dsgvo', 'kdg', 'dsg_ekd'] as const;

export const SOCIAL_SITUATIONS = ['low', 'medium', 'high'] as const;
export const SOCIAL_INDEX_GROUPS = ['1-3', '4-6', '7-9'] as const;

/** An institution's way through the programme, in its order. */
export const PARTICIPATION_STATUSES = [
  'requested',
  'registered',
  'initial_consultation',
  'choosing_modules',
  'active',
  'completed',
  'cancelled',
] as const;

export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];
export type ProviderKind = (typeof PROVIDER_KINDS)[number];
export type LegalRegime = (typeof LEGAL_REGIMES)[number];
export type SocialSituation = (typeof SOCIAL_SITUATIONS)[number];
export type SocialIndexGroup = (typeof SOCIAL_INDEX_GROUPS)[number];
export type ParticipationStatus = (typeof PARTICIPATION_STATUSES)[number];
