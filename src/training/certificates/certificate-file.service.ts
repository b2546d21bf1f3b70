import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import type { Settings } from '../../config/settings.js';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { PdfDownload } from '../../paper/pdf-answer.js';
import { kindOf } from './attendance-share.js';
import { assertGood } from './certificate-issue.service.js';
import { CertificateRepository, type CertificateRow } from './certificate.repository.js';
import { openCertificates, titleOf } from './document/certificate-document.js';

const FILE_WORDS = { participation: 'teilnahmebescheinigung', hours: 'bescheinigung' };

/** Draws certificates from what was stored with them; outside of the transaction, because drawing takes its time. */
@Injectable()
export class CertificateFileService {
  constructor(
    private readonly database: Database,
    private readonly certificates: CertificateRepository,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Problem 404, or 409 when it is no longer good */
  async open(work: WorkContext, id: string): Promise<PdfDownload> {
    const certificate = await this.database.run(work, () => this.certificates.find(id));
    if (!certificate) throw Problem.notFound();
    assertGood(certificate);
    const { facts } = certificate;
    return {
      name: `${FILE_WORDS[kindOf(facts)]}_${facts.number}.pdf`,
      body: await this.draw([certificate], titleOf(facts)),
    };
  }

  /** All of a training that the person may see, by name. @throws Problem 404 */
  async openAll(work: WorkContext, trainingId: string): Promise<PdfDownload> {
    const certificates = await this.database.run(work, () => this.takeAll(trainingId));
    const [first] = certificates;
    if (!first) {
      throw new Problem(404, 'not_found', 'Zu dieser Fortbildung gibt es hier (noch) keine Bescheinigungen.');
    }
    const title = `Bescheinigungen: ${first.facts.title}`;
    return {
      name: `bescheinigungen_${first.facts.issuedOn}.pdf`,
      body: await this.draw(certificates, title),
    };
  }

  // Reading one is not recorded, but taking a whole stack away is.
  private async takeAll(trainingId: string): Promise<CertificateRow[]> {
    const certificates = await this.certificates.listGood(trainingId);
    if (certificates.length > 0) {
      const { accountId } = this.database.actor;
      await this.audit.record({
        ...{ action: 'certificate.export', objectType: 'training', objectId: trainingId },
        ...(accountId !== null && { chain: accountId }),
      });
    }
    return certificates;
  }

  private draw(certificates: CertificateRow[], title: string): Promise<Readable> {
    const [latest] = certificates
      .map(({ issuedAt }) => issuedAt)
      .sort()
      .slice(-1);
    return openCertificates({
      title,
      certificates: certificates.map(({ facts }) => facts),
      verifyUrl: `${this.settings.publicUrl}/pruefen`,
      madeAt: new Date(latest ?? 0),
    });
  }
}
