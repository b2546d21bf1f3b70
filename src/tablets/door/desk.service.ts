import { Inject, Injectable } from '@nestjs/common';
import type { KnownTablet } from '../../access/tablets/known-tablets.js';
import type { SheetChildDto, SheetDto } from '../../assessments/entry/sheet.dto.js';
import { SheetService } from '../../assessments/entry/sheet.service.js';
import type { TestDayDto } from '../../assessments/test-days/test-day.dto.js';
import { TestDayService } from '../../assessments/test-days/test-day.service.js';
import type { Settings } from '../../config/settings.js';
import { type Actor, asSystem, NOBODY, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import { GroupService } from '../../institutions/groups/group.service.js';
import { addDays, type CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { schoolYearOf } from '../../kernel/calendar/school-year.js';
import { FocusAreaService } from '../../programme/focus-areas/focus-area.service.js';
import { ModuleService } from '../../programme/modules/module.service.js';
import { OutboxKeysRepository } from '../../sealing/keys/outbox-keys.repository.js';
import type { PeopleShown } from '../devices/tablet.dto.js';
import { type PersonOnTablet, TabletPersonRepository } from '../people/tablet-person.repository.js';
import { DeskRepository } from './desk.repository.js';
import type { DeskDto, DeskPersonDto } from './door.dto.js';
import { labelsOf } from './people-labels.js';

const DAYS_AHEAD = 7;
const MOST = 200;

type Reading = Pick<DeskDto, 'groups' | 'focusAreas' | 'modules' | 'testDays'>;

/** What a locked tablet shows and keeps: no results, no children without consent, no last names, no addresses. */
@Injectable()
export class DeskService {
  constructor(
    private readonly database: Database,
    private readonly desks: DeskRepository,
    private readonly groups: GroupService,
    private readonly focusAreas: FocusAreaService,
    private readonly modules: ModuleService,
    private readonly days: TestDayService,
    private readonly sheets: SheetService,
    private readonly people: TabletPersonRepository,
    private readonly outboxKeys: OutboxKeysRepository,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Outside of a transaction. */
  async get(known: KnownTablet, work: WorkContext): Promise<DeskDto> {
    const { id, name, institutionId } = known;
    const schoolYear = schoolYearOf(work.today);
    const [institution, people] = await this.database.run(asSystem(work), async () => [
      await this.desks.getHouse(institutionId),
      await this.listPeople(institutionId),
    ]);
    // By nobody's rights but those of the house's staff: row-level security keeps everything else away.
    const staff = { ...work, actor: staffOf(known) };
    return {
      tablet: { id, name, institutionId },
      institution,
      people: shownAs(people, known.peopleShown as PeopleShown),
      ...(await this.database.run(staff, () => this.read(institutionId, schoolYear, work.today))),
      ...{ today: work.today, schoolYear, now: this.clock.now().toISOString(), demo: this.settings.demo },
    };
  }

  /** Who is shown may note something offline: it is theirs here also if they work here no longer when it arrives. */
  private async listPeople(institutionId: string): Promise<PersonOnTablet[]> {
    const people = await this.people.listShown(institutionId);
    const accountIds = people.map(({ accountId }) => accountId);
    await this.outboxKeys.rememberAt(institutionId, accountIds);
    return people;
  }

  private async read(institutionId: string, schoolYear: number, today: CalendarDate): Promise<Reading> {
    const ofHouse = { institutionId, limit: MOST };
    const { items: groups } = await this.groups.list({ ...ofHouse, schoolYear, archived: false });
    const focusAreas = await this.focusAreas.list();
    const { items: modules } = await this.modules.list({ active: true, limit: MOST });
    const span = { from: today, to: addDays(today, DAYS_AHEAD) };
    const { items: days } = await this.days.list({ ...ofHouse, ...span, state: 'planned' });
    const testDays: SheetDto[] = [];
    for (const day of days.filter(({ origin }) => origin === 'own')) testDays.push(await this.readDay(day));
    return { groups, focusAreas, modules, testDays };
  }

  private async readDay(day: TestDayDto): Promise<SheetDto> {
    const sheet = await this.sheets.get(day);
    return {
      ...sheet,
      // Neither what has been measured already, nor who the school's head is.
      testDay: { ...day, started: 0, complete: 0, releasedBy: null, editable: false },
      children: sheet.children.filter(({ hasConsent, left }) => hasConsent && !left).map(untested),
    };
  }
}

/** On the staff of the house, and nobody in particular; modules, batteries and towns are told to whoever is somebody at all. */
function staffOf({ id, institutionId }: KnownTablet): Actor {
  return { ...NOBODY, kind: 'person', accountId: id, educatorHouses: [institutionId] };
}

/** What is likely for a child tells its age and sex. */
function untested(child: SheetChildDto): SheetChildDto {
  const results = child.results.map(({ protocolId, itemCode }) => ({
    ...{ protocolId, itemCode, state: 'open', reason: null, value: null, version: 0 },
    ...{ trials: [], likely: null },
  }));
  return { ...child, results };
}

function shownAs(
  people: (Omit<DeskPersonDto, 'label'> & { name: string })[],
  shown: PeopleShown,
): DeskPersonDto[] {
  const labels = labelsOf(
    people.map(({ name }) => name),
    shown,
  );
  return people
    .map(({ name, ...person }, i) => ({ ...person, label: labels[i] ?? name }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'de'));
}
