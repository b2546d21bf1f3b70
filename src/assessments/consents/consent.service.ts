import { Injectable } from '@nestjs/common';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { ChildKeepers } from '../children/child-keepers.js';
import { assertGivenOn } from '../children/child-rules.js';
import type { ChildDto } from '../children/child.dto.js';
import { ChildRepository } from '../children/child.repository.js';
import type { ConsentDto, ConsentsDto, CreateConsentsDto, UpdateConsentDto } from './consent.dto.js';
import { ConsentRepository } from './consent.repository.js';

/** That the parents have signed, and when; without it the database takes no result. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly keepers: ChildKeepers,
    private readonly children: ChildRepository,
    private readonly consents: ConsentRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** For several children with one date. The same twice notes it once. @throws Problem 404, 409, 422 */
  async create(wanted: CreateConsentsDto): Promise<Created<ConsentsDto>> {
    const { institutionId, childIds, givenOn } = wanted;
    this.keepers.assertKeeps(institutionId);
    const children = await this.children.findAll(institutionId, childIds);
    if (children.length < childIds.length) throw unknownChildren();
    for (const { birthMonth } of children) assertGivenOn(givenOn, birthMonth, this.clock.today());
    const missing = children.filter((child) => isMissing(child, givenOn));
    const requestId = wanted.id ?? uuidv7();
    const isOne = childIds.length === 1;
    const made = await this.consents.insert(
      institutionId,
      missing.map(({ id }) => ({ id: isOne ? requestId : uuidv5(id, requestId), childId: id })),
      givenOn,
    );
    await this.record(institutionId, 'consent.create', made, ['childId', 'givenOn']);
    const items = await this.consents.listOpen(institutionId, childIds);
    return { created: made.length > 0, record: { items } };
  }

  /** Corrects a date that was typed wrong. @throws Problem 404, 409, 412, 422 */
  async update(id: string, version: number, { givenOn }: UpdateConsentDto): Promise<ConsentDto> {
    const before = await this.getKept(id);
    if (before.withdrawnOn !== null) throw withdrawnAlready();
    const [child] = await this.children.findAll(before.institutionId, [before.childId]);
    assertGivenOn(givenOn, child?.birthMonth ?? null, this.clock.today());
    const updated = await this.consents.update(before, version, { givenOn });
    await assertUnchanged(updated, () => this.consents.find(id));
    await this.assertBeforeTests(before, givenOn);
    await this.record(before.institutionId, 'consent.update', [id], ['givenOn']);
    return this.getKept(id);
  }

  /** @throws Problem 404, also for who may read it and not change it */
  async getKept(id: string): Promise<ConsentDto> {
    const consent = await this.consents.find(id);
    if (!consent) throw Problem.notFound();
    this.keepers.assertKeeps(consent.institutionId);
    return consent;
  }

  // Asked once the new date is written: whoever notes a result at the same moment has seen it, or is seen here.
  private async assertBeforeTests(
    { institutionId, childId }: ConsentDto,
    givenOn: CalendarDate,
  ): Promise<void> {
    const first = await this.consents.findFirstTest(institutionId, childId);
    if (first === null || givenOn <= first) return;
    throw new Problem(
      409,
      'tested_before',
      `Einwilligung vom: Am ${germanDate(first)} wurde das Kind schon getestet. Ohne Einwilligung an diesem Tag müssten die Ergebnisse gelöscht werden.`,
    );
  }

  private async record(
    institutionId: string,
    action: string,
    ids: string[],
    fields: string[],
  ): Promise<void> {
    const about = { action, objectType: 'consent', institutionId, fields };
    await this.audit.recordAll(ids.map((objectId) => ({ ...about, objectId })));
  }
}

/** @throws Problem 409 where another date is on file */
function isMissing({ code, consent }: ChildDto, givenOn: CalendarDate): boolean {
  if (!consent || consent.withdrawnOn !== null) return true;
  if (consent.givenOn === givenOn) return false;
  const day = germanDate(consent.givenOn as CalendarDate);
  throw new Problem(
    409,
    'consent_given',
    `Für das Kind ${code} ist schon eine Einwilligung vom ${day} eingetragen.`,
  );
}

export function withdrawnAlready(): Problem {
  return new Problem(409, 'consent_withdrawn', 'Diese Einwilligung ist schon widerrufen.');
}

function unknownChildren(): Problem {
  return Problem.unknownReference('childIds', 'Kinder: Eines davon gibt es in der Einrichtung nicht (mehr).');
}
