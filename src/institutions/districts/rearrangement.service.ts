import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { assertGoverns } from '../governance.js';
import type { DistrictDto } from './district.dto.js';
import { DistrictHistoryRepository, type Resident } from './district-history.repository.js';
import { DistrictRepository } from './district.repository.js';
import { DistrictService } from './district.service.js';
import type {
  DistrictHistoryDto,
  MovedHouseDto,
  RearrangeDistrictDto,
  RearrangedDto,
} from './rearrangement.dto.js';

/** Splits a district, joins it with others, or hands over some of its houses, from a day on; what was before stays as it was. */
@Injectable()
export class RearrangementService {
  constructor(
    private readonly database: Database,
    private readonly service: DistrictService,
    private readonly districts: DistrictRepository,
    private readonly history: DistrictHistoryRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async listHistory(id: string): Promise<DistrictHistoryDto> {
    await this.service.get(id);
    return { names: await this.history.listNames(id), moves: await this.history.listMoves(id) };
  }

  /** @throws Problem 404, 409, 412 or 422; then nothing is changed */
  async rearrange(id: string, version: number, wanted: RearrangeDistrictDto): Promise<RearrangedDto> {
    const district = await this.service.get(id);
    assertGoverns(this.database.actor, district.municipalityId);
    this.assertPast(wanted.from);
    if (wanted.newDistricts.length + wanted.houses.length === 0 && !wanted.archive) {
      throw Problem.invalid('houses', 'Einrichtungen: Es soll sich noch nichts ändern.');
    }
    const changes = wanted.archive ? { archivedAt: this.clock.now() } : { position: district.position };
    await assertUnchanged(await this.districts.update(id, version, changes), () => this.service.get(id));
    await this.make(district, wanted);
    await this.assertTargets(district, wanted);
    await this.moveHouses(district, wanted);
    await this.record(id, wanted);
    const made = [];
    for (const { id: newId } of wanted.newDistricts) made.push(await this.service.get(newId));
    return { district: await this.service.get(id), made, moved: wanted.houses.length };
  }

  private assertPast(from: CalendarDate): void {
    if (from <= this.clock.today()) return;
    throw Problem.invalid(
      'from',
      'Gilt ab: Dieser Tag liegt in der Zukunft. Bitte am Tag selbst oder danach eintragen.',
    );
  }

  /** New districts stand where the old one stood and take over its social situation. */
  private async make(old: DistrictDto, { newDistricts, from }: RearrangeDistrictDto): Promise<void> {
    const { municipalityId, position, socialSituation, socialSituationSource, socialSituationYear } = old;
    const taken = { municipalityId, position, socialSituation, socialSituationSource, socialSituationYear };
    for (const { id, name } of newDistricts) {
      if (!(await this.districts.insert({ ...taken, id, name }))) {
        throw Problem.idReused();
      }
      await this.history.beginOn(id, from);
    }
  }

  private async assertTargets(
    old: DistrictDto,
    { houses, newDistricts }: RearrangeDistrictDto,
  ): Promise<void> {
    const made = newDistricts.map(({ id }) => id);
    for (const [i, { districtId }] of houses.entries()) {
      if (made.includes(districtId)) continue;
      const target = districtId === old.id ? null : await this.districts.find(districtId);
      if (target?.municipalityId === old.municipalityId && target.archivedAt === null) continue;
      throw Problem.invalid(
        `houses.${i}.districtId`,
        'Stadtbezirk: bitte einen anderen der Kommune auswählen.',
      );
    }
  }

  private async moveHouses(old: DistrictDto, { from, houses, archive }: RearrangeDistrictDto): Promise<void> {
    const residents = await this.history.lockResidents(old.id);
    assertResident(houses, residents, from);
    const moving = houses.map(({ institutionId }) => institutionId);
    if (archive && residents.some(({ id, archived }) => !archived && !moving.includes(id))) {
      throw new Problem(
        409,
        'district_not_empty',
        'Im Stadtbezirk sind noch Einrichtungen. Bitte erst alle verteilen.',
      );
    }
    await this.history.noteMoves(from, houses);
    await this.history.move(houses);
  }

  // The chains of the houses first and in one order; the installation's, which everybody shares, last.
  private async record(id: string, wanted: RearrangeDistrictDto): Promise<void> {
    await this.audit.recordAll(
      wanted.houses.map(({ institutionId }) => ({
        ...{
          action: 'institution.update',
          objectType: 'institution',
          objectId: institutionId,
          institutionId,
        },
        fields: ['districtId', 'districtFrom'],
      })),
    );
    for (const { id: objectId } of wanted.newDistricts) {
      await this.audit.record({
        action: 'district.create',
        objectType: 'district',
        objectId,
        fields: ['name'],
      });
    }
    const fields = Object.keys(wanted);
    await this.audit.record({ action: 'district.rearrange', objectType: 'district', objectId: id, fields });
  }
}

/** @throws Problem 422 for a house that is not there, named twice, or has come only after the day */
function assertResident(houses: MovedHouseDto[], residents: Resident[], from: CalendarDate): void {
  const seen = new Set<string>();
  for (const [i, { institutionId }] of houses.entries()) {
    const resident = residents.find(({ id }) => id === institutionId);
    const field = `houses.${i}.institutionId`;
    if (!resident || seen.has(institutionId)) {
      throw Problem.invalid(
        field,
        'Einrichtung: gehört nicht zu diesem Stadtbezirk oder ist doppelt genannt.',
      );
    }
    if (resident.since !== null && resident.since > from) {
      const day = germanDate(resident.since);
      throw Problem.invalid(
        'from',
        `Gilt ab: Eine der Einrichtungen ist erst seit dem ${day} in diesem Stadtbezirk.`,
      );
    }
    seen.add(institutionId);
  }
}
