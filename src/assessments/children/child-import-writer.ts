import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { insertOnce } from '../../database/records.js';
import type { GroupDto } from '../../institutions/groups/group.dto.js';
import { GroupService } from '../../institutions/groups/group.service.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { schoolYearOf } from '../../kernel/calendar/school-year.js';
import { ConsentService } from '../consents/consent.service.js';
import { monthStart } from './child-rules.js';
import type { ChildDto } from './child.dto.js';
import { ChildRepository } from './child.repository.js';
import { ChildService } from './child.service.js';

/** A child that is there (with its version), or is to be made. */
type Wanted = Pick<ChildDto, 'institutionId' | 'id' | 'code'> & Partial<Pick<ChildDto, 'version'>>;

const PAGE = 200;

/** Writes what a file says about a child; the rows have been judged before. */
@Injectable()
export class ChildImportWriter {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupService,
    private readonly children: ChildRepository,
    private readonly service: ChildService,
    private readonly consents: ConsentService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  takeTurn(institutionId: string): Promise<void> {
    return this.children.takeTurn(institutionId);
  }

  /** The house's children by code, also those who have left, and its groups of the running year. */
  async surroundings(
    institutionId: string,
  ): Promise<{ children: Map<string, ChildDto>; groups: GroupDto[] }> {
    const all: ChildDto[] = [];
    for (const left of [false, true]) {
      let cursor: string | undefined;
      do {
        const page = await this.service.list({
          ...{ institutionId, left, limit: PAGE },
          ...(cursor !== undefined && { cursor }),
        });
        all.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
    }
    const schoolYear = schoolYearOf(this.clock.today());
    const { items: groups } = await this.groups.list({ institutionId, schoolYear, limit: PAGE });
    return { children: new Map(all.map((child) => [child.code, child])), groups };
  }

  /** @param values birthMonth, sex, groupId, consentGivenOn; what is absent stays */
  async write(child: Wanted, values: Record<string, unknown>): Promise<void> {
    const { consentGivenOn, ...facts } = values;
    if (child.version === undefined) await this.insert(child, facts);
    else await this.change({ ...child, version: child.version }, facts);
    if (typeof consentGivenOn !== 'string') return;
    const { institutionId, id } = child;
    await this.consents.create({ institutionId, childIds: [id], givenOn: consentGivenOn as CalendarDate });
  }

  private async insert({ institutionId, id, code }: Wanted, facts: Record<string, unknown>): Promise<void> {
    const { birthMonth, ...rest } = facts;
    const month = typeof birthMonth === 'string' ? monthStart(birthMonth) : null;
    const row = { institutionId, id: id || uuidv7(), code, birthMonth: month, ...rest };
    await insertOnce(this.database, 'children', ['institutionId', 'id'], row);
    const fields = ['code', ...Object.keys(facts)];
    await this.audit.record({
      action: 'child.create',
      objectType: 'child',
      objectId: id,
      institutionId,
      fields,
    });
  }

  private async change(child: Wanted & { version: number }, facts: Record<string, unknown>): Promise<void> {
    const before = await this.service.get(child.id);
    const changes = Object.fromEntries(
      Object.entries(facts).filter(([name, value]) => before[name as keyof ChildDto] !== value),
    );
    if (Object.keys(changes).length > 0) await this.service.update(child.id, child.version, changes);
  }
}
