import type { Readable } from 'node:stream';
import { openDocument } from '../../../paper/tagged-document.js';
import { kindOf } from '../attendance-share.js';
import type { CertificateFacts } from '../certificate-facts.js';
import { drawCertificate } from './certificate-page.js';
import { KIND_WORDS } from './certificate-words.de.js';

export interface CertificateFile {
  /** What the window's title bar and a screen reader say. */
  title: string;
  certificates: readonly CertificateFacts[];
  /** Address of the page that verifies, without the code. */
  verifyUrl: string;
  /** The moment that the file bears; the same for the same data, so that a reprint is the same file. */
  madeAt: Date;
}

/** Certificates as one PDF, each on a sheet of its own. */
export function openCertificates({
  title,
  certificates,
  verifyUrl,
  madeAt,
}: CertificateFile): Promise<Readable> {
  return openDocument({
    ...{ title, madeAt, titleOf },
    contents: certificates,
    draw: (paper, facts) => drawCertificate(paper, facts, verifyUrl),
  });
}

/** Such as `Teilnahmebescheinigung 2026-0017 – Özlem Nguyễn`. */
export function titleOf(facts: CertificateFacts): string {
  return `${KIND_WORDS[kindOf(facts)].title} ${facts.number} – ${facts.personName}`;
}
