import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { kindOf, teachingUnits } from './attendance-share.js';
import type { CertificateDto, ListCertificatesDto } from './certificate.dto.js';
import { CertificateRepository, type CertificateRow } from './certificate.repository.js';

/** Certificates as their owners, their leads and the coordinators see them. */
@Injectable()
export class CertificateService {
  constructor(private readonly certificates: CertificateRepository) {}

  /** The latest first. */
  async list(query: ListCertificatesDto): Promise<Page<CertificateDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['int', 'int', 'uuid']);
    const rows = await this.certificates.list(query, after, limit + 1);
    const page = pageOf(rows, limit, ({ facts, id }) => [...keyOf(facts.number), id]);
    return { ...page, items: page.items.map(shown) };
  }
}

/** Without the code: whoever needs it has the paper. */
export function shown({ facts, issuedAt: _, ...row }: CertificateRow): CertificateDto {
  const { title, personName, number, attendedMinutes, totalMinutes, issuedOn, sessions } = facts;
  return {
    ...row,
    ...{ title, personName, number, attendedMinutes, totalMinutes, issuedOn },
    kind: kindOf(facts),
    teachingUnits: teachingUnits(attendedMinutes),
    firstDay: sessions.at(0)?.date ?? issuedOn,
    lastDay: sessions.at(-1)?.date ?? issuedOn,
  };
}

/** `2026-0017` as the list is ordered: the latest first. */
function keyOf(number: string): [number, number] {
  const [year = 0, running = 0] = number.split('-').map(Number);
  return [-year, -running];
}
