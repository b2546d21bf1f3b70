import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { AttendanceService } from '../attendance/attendance.service.js';
import { newCode } from './certificate-code.js';
import type { CertificateFacts } from './certificate-facts.js';
import type { IssueCertificatesDto, ReissueCertificateDto } from './certificate.dto.js';
import { type Attendee, CertificateRepository, type CertificateRow } from './certificate.repository.js';

/** Issues certificates, numbers them without gaps, and puts a new one in the place of one that is no longer right. */
@Injectable()
export class CertificateIssueService {
  constructor(
    private readonly database: Database,
    private readonly attendances: AttendanceService,
    private readonly certificates: CertificateRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * For everybody who attended something and has none yet; asked twice, the second time finds nothing to do.
   * @returns how many were made
   * @throws Problem 404, or 409 before the last session and where the list has gaps
   */
  async issue({ trainingId, despiteOpenMarks = false }: IssueCertificatesDto): Promise<number> {
    // Also keeps two who issue at once apart.
    await this.attendances.lock(trainingId);
    const attendees = await this.certificates.listUncertified(trainingId);
    if (attendees.length === 0) return 0;
    await this.assertOver(trainingId, despiteOpenMarks);
    const issued = await this.write(attendees, (id) => ({ id, creationDigest: null, replaces: null }));
    await this.record('certificate.issue', issued);
    return issued.length;
  }

  /** A new one with a new code and number, by what was attended as of now; the old code is not valid any more. @throws Problem 404, 409, 412 */
  async reissue(
    id: string,
    version: number,
    wanted: ReissueCertificateDto,
  ): Promise<Created<CertificateRow>> {
    const newId = wanted.id ?? uuidv7();
    const digest = contentDigest({ ...wanted, certificateId: id });
    return createOnce({
      digest,
      insert: () => this.replace(id, version, { newId, reason: wanted.reason, digest }),
      stored: async () => {
        const record = await this.certificates.find(newId);
        return record && { record, digest: await this.certificates.findDigest(newId) };
      },
    });
  }

  /** It was wrong to issue it at all. @throws Problem 404, 409, 412 */
  async withdraw(id: string, version: number, reason: string): Promise<CertificateRow> {
    const certificate = await this.getGood(id);
    await this.end(certificate, version, 'withdrawn', reason);
    await this.record('certificate.withdraw', [certificate], ['reason']);
    return this.get(id);
  }

  private async replace(
    id: string,
    version: number,
    { newId, reason, digest }: { newId: string; reason: string; digest: Buffer },
  ): Promise<boolean> {
    // The same request a second time must find what the first one has made, not an old one that has changed meanwhile.
    await this.certificates.lock(id);
    if (await this.certificates.find(newId)) return false;
    const old = await this.getGood(id);
    const attendee = await this.certificates.findAttendee(old.registrationId);
    if (!attendee) {
      throw new Problem(
        409,
        'nothing_attended',
        'Nach der Anwesenheitsliste war diese Person nicht da. Bitte die Bescheinigung zurückziehen.',
      );
    }
    await this.end(old, version, 'replaced', reason);
    const replaces = old.facts.number;
    const issued = await this.write([attendee], () => ({ id: newId, creationDigest: digest, replaces }));
    await this.record('certificate.replace', [old], ['reason']);
    await this.record('certificate.reissue', issued, ['reason']);
    return true;
  }

  private async write(
    attendees: Attendee[],
    more: (id: string) => { id: string; creationDigest: Buffer | null; replaces: string | null },
  ): Promise<{ id: string; institutionId: string }[]> {
    const { today } = this.database.context;
    const year = Number(today.slice(0, 4));
    const [{ municipalityId }] = attendees as [Attendee];
    let number = await this.certificates.takeNumbers(municipalityId, year, attendees.length);
    const issued = [];
    for (const attendee of attendees) {
      const { id, creationDigest, replaces } = more(uuidv7());
      const facts = factsOf(attendee, {
        ...{
          issuedOn: today,
          number: `${year}-${String(number).padStart(4, '0')}`,
          replaces,
          code: newCode(),
        },
      });
      await this.certificates.insert({ id, attendee, year, number, facts, creationDigest });
      issued.push({ id, institutionId: attendee.institutionId });
      number += 1;
    }
    return issued;
  }

  private async assertOver(trainingId: string, despiteOpenMarks: boolean): Promise<void> {
    const { open, lastDay } = await this.certificates.findGaps(trainingId);
    if (lastDay === null || lastDay > this.database.context.today) {
      throw new Problem(
        409,
        'training_not_over',
        'Bescheinigungen gibt es nach dem letzten Termin der Fortbildung.',
      );
    }
    if (open > 0 && !despiteOpenMarks) {
      const missing = open === 1 ? 'fehlt noch ein Eintrag' : `fehlen noch ${open} Einträge`;
      throw new Problem(
        409,
        'attendance_open',
        `In der Anwesenheitsliste ${missing}. Wer nicht eingetragen ist, gilt als nicht da.`,
      );
    }
  }

  private async end(
    certificate: CertificateRow,
    version: number,
    endedAs: 'replaced' | 'withdrawn',
    reason: string,
  ): Promise<void> {
    const isEnded = await this.certificates.end(certificate, version, endedAs, reason);
    await assertUnchanged(isEnded, () => this.get(certificate.id));
  }

  private async getGood(id: string): Promise<CertificateRow> {
    const certificate = await this.get(id);
    assertGood(certificate);
    return certificate;
  }

  private async get(id: string): Promise<CertificateRow> {
    const certificate = await this.certificates.find(id);
    if (!certificate) throw Problem.notFound();
    return certificate;
  }

  private async record(
    action: string,
    certificates: { id: string; institutionId: string }[],
    fields: string[] = [],
  ): Promise<void> {
    await this.audit.recordAll(
      certificates.map(({ id, institutionId }) => ({
        ...{ action, objectType: 'certificate', objectId: id, institutionId, fields },
      })),
    );
  }
}

/** @throws Problem 409 for one that was replaced or withdrawn */
export function assertGood({ state }: Pick<CertificateRow, 'state'>): void {
  if (state === 'good' || state === 'outdated') return;
  const what = state === 'replaced' ? 'durch eine neue ersetzt' : 'zurückgezogen';
  throw new Problem(409, 'certificate_ended', `Diese Bescheinigung wurde ${what} und gilt nicht mehr.`);
}

function factsOf(
  attendee: Attendee,
  more: Pick<CertificateFacts, 'issuedOn' | 'number' | 'replaces' | 'code'>,
): CertificateFacts {
  const { personName, title, contents, focusArea, sessions, attendedMinutes, totalMinutes } = attendee;
  const { thresholdPercent, trainerName, trainerQualification, place, issuer } = attendee;
  return {
    ...{ personName, title, contents, focusArea, sessions, attendedMinutes, totalMinutes, thresholdPercent },
    ...{ trainerName, trainerQualification, place, issuer, ...more },
  };
}
