import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { FlagField, IdField, QueryFlag, TextField } from '../../kernel/validation/fields.js';

const REASON = { label: 'Grund', max: 500 };

export class IssueCertificatesDto {
  @IdField({ label: 'Fortbildung' })
  trainingId: string;

  /** Although the list of attendance has gaps: who was not ticked off counts as not having been there. */
  @FlagField({ label: 'Trotz offener Anwesenheit', optional: true })
  despiteOpenMarks?: boolean;
}

export class IssuedDto {
  /** How many were made just now; those there already are not made again. */
  issued: number;
}

export class ReissueCertificateDto {
  /** Of the new certificate. */
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @TextField(REASON)
  reason: string;
}

export class WithdrawCertificateDto {
  @TextField(REASON)
  reason: string;
}

export class ListCertificatesDto extends PageQueryDto {
  @IdField({ label: 'Fortbildung', optional: true })
  trainingId?: string;

  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;

  /** Only the reader's own. */
  @QueryFlag({ label: 'Nur eigene' })
  mine?: boolean;
}

export class CertificateDto {
  id: string;
  institutionId: string;
  institutionName: string;
  registrationId: string;
  trainingId: string;
  /** As printed, and so are all facts of the list. */
  title: string;
  personName: string;
  number: string;
  /** participation | hours */
  kind: string;
  attendedMinutes: number;
  totalMinutes: number;
  /** Of 45 minutes, to one decimal. */
  teachingUnits: number;
  firstDay: string;
  lastDay: string;
  issuedOn: string;
  /** good | outdated (attendance has changed since) | replaced | withdrawn */
  state: string;
  endedReason: string | null;
  /** The reader's own. */
  mine: boolean;
  version: number;
}

export class CertificateListDto {
  items: CertificateDto[];
  next: string | null;
}

export class VerifyCertificateDto {
  /** As typed: small letters, blanks and missing dashes do not matter. */
  @TextField({ label: 'Prüfcode', max: 100 })
  code: string;
}

export class VerificationDto {
  valid: boolean;
  /** Null unless valid, like everything else. */
  title: string | null;
  /** Days that were attended. */
  days: string[] | null;
  teachingUnits: number | null;
}
