import type { LegalRegime, ProviderKind } from '../institutions/vocabulary.js';

interface Provider {
  name: string;
  /** How houses of this provider begin their name. */
  kitaPrefix: string;
  regime: LegalRegime;
  /** How many of the 66 Kitas it runs. */
  kitas: number;
}

/** Who runs the Kitas, in shares like those of a city in the Ruhr area. The church providers fall under church law. */
export const PROVIDERS: Readonly<Record<ProviderKind, Provider>> = {
  municipal: { name: 'Städtischer Träger (erfunden)', kitaPrefix: 'Kita', regime: 'dsgvo', kitas: 21 },
  protestant: {
    name: 'Evangelischer Kita-Verbund (erfunden)',
    kitaPrefix: 'Ev. Kita',
    regime: 'dsg_ekd',
    kitas: 13,
  },
  catholic: {
    name: 'Katholischer Kita-Zweckverband (erfunden)',
    kitaPrefix: 'Kath. Kita',
    regime: 'kdg',
    kitas: 12,
  },
  awo: { name: 'AWO-Unterbezirk (erfunden)', kitaPrefix: 'AWO-Kita', regime: 'dsgvo', kitas: 7 },
  caritas: { name: 'Caritas-Ortsverband (erfunden)', kitaPrefix: 'Caritas-Kita', regime: 'kdg', kitas: 2 },
  drk: { name: 'DRK-Ortsverein (erfunden)', kitaPrefix: 'DRK-Kita', regime: 'dsgvo', kitas: 2 },
  diakonie: { name: 'Diakonie-Werk (erfunden)', kitaPrefix: 'Diakonie-Kita', regime: 'dsg_ekd', kitas: 2 },
  lebenshilfe: {
    name: 'Lebenshilfe-Ortsvereinigung (erfunden)',
    kitaPrefix: 'Inklusive Kita',
    regime: 'dsgvo',
    kitas: 1,
  },
  parity: { name: 'Elterninitiative e. V. (erfunden)', kitaPrefix: 'Kita', regime: 'dsgvo', kitas: 4 },
  other_nonprofit: {
    name: 'Freier Träger gGmbH (erfunden)',
    kitaPrefix: 'Kita',
    regime: 'dsgvo',
    kitas: 1,
  },
  private: { name: 'Betriebskita GmbH (erfunden)', kitaPrefix: 'Betriebskita', regime: 'dsgvo', kitas: 1 },
};
