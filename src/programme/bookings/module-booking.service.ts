import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { OpenHouses } from '../../institutions/open-houses.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { ModuleService } from '../modules/module.service.js';
import type { Audience, BookingState } from '../vocabulary.js';
import { type BookingFacts, settled } from './booking-rules.js';
import type {
  CreateModuleBookingDto,
  ListModuleBookingsDto,
  ModuleBookingDto,
  UpdateModuleBookingDto,
} from './module-booking.dto.js';
import { type BookingRow, ModuleBookingRepository } from './module-booking.repository.js';

const MOVED: Record<BookingState, string> = {
  wished: 'module_booking.wish',
  planned: 'module_booking.plan',
  delivered: 'module_booking.deliver',
  cancelled: 'module_booking.cancel',
};

/** Which modules houses chose and what became of them; kept by the house's lead, its coach and the city's coordinators. */
@Injectable()
export class ModuleBookingService {
  constructor(
    private readonly houses: OpenHouses,
    private readonly modules: ModuleService,
    private readonly bookings: ModuleBookingRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: ListModuleBookingsDto): Promise<Page<ModuleBookingDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['date', 'uuid']);
    const rows = await this.bookings.list(query, after, limit + 1);
    const page = pageOf(rows, limit, ({ day, id }) => [day, id]);
    return { ...page, items: page.items.map(shown) };
  }

  async get(id: string): Promise<ModuleBookingDto> {
    return shown(await this.stored(id));
  }

  async create(wanted: CreateModuleBookingDto): Promise<Created<ModuleBookingDto>> {
    const { institutionId } = wanted;
    await this.houses.accompanied(institutionId);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const { created, record } = await createOnce({
      digest,
      insert: () => this.insert(id, wanted, digest),
      stored: () => this.bookings.findStored(institutionId, id),
    });
    if (created) await this.record('module_booking.create', record, wanted);
    return { created, record: shown(record) };
  }

  async update(id: string, version: number, changes: UpdateModuleBookingDto): Promise<ModuleBookingDto> {
    const before = await this.accompanied(id);
    await assertUnchanged(before.version === version, () => this.get(id));
    const after = await this.settle(before, changes, before);
    const changed = await this.bookings.update(before, version, Object.keys(changes).length > 0 ? after : {});
    await assertUnchanged(changed, () => this.get(id));
    const action = after.state === before.state ? 'module_booking.update' : MOVED[after.state];
    await this.record(action, before, changes);
    return this.get(id);
  }

  /** Only a wish: what was planned is cancelled, with its reason. */
  async remove(id: string, version: number): Promise<void> {
    const before = await this.accompanied(id);
    if (before.state !== 'wished') throw onlyWishes();
    await assertUnchanged(await this.bookings.remove(before, version), () => this.get(id));
    await this.record('module_booking.remove', before, {});
  }

  /** Sent twice is answered from the store, even if the rules of today would refuse it: the booking is there. */
  private async insert(id: string, wanted: CreateModuleBookingDto, digest: Buffer): Promise<boolean> {
    const { institutionId, moduleId, ...rest } = wanted;
    if (await this.bookings.findStored(institutionId, id)) return false;
    const { audience } = await this.modules.getChoosable(moduleId);
    const facts = await this.settle(null, rest, { institutionId, audience: audience as Audience });
    return this.bookings.insert({ institutionId, id, moduleId, ...facts, creationDigest: digest });
  }

  /** The facts as they are stored. @throws Problem 409, 422 */
  private async settle(
    before: BookingRow | null,
    { id: _, ...wanted }: UpdateModuleBookingDto & { id?: string },
    { institutionId, audience }: Pick<BookingRow, 'institutionId' | 'audience'>,
  ): Promise<BookingFacts> {
    const runs = await this.bookings.listRuns(institutionId);
    return settled(before && factsOf(before), wanted, { audience, runs, today: this.clock.today() });
  }

  /** Of a house that is the actor's to accompany and open; nobody else changes it until the end. @throws Problem 404, 409 */
  private async accompanied(id: string): Promise<BookingRow> {
    const { institutionId } = await this.stored(id);
    await this.houses.accompanied(institutionId);
    return this.stored(id);
  }

  private async stored(id: string): Promise<BookingRow> {
    const booking = await this.bookings.find(id);
    if (!booking) throw Problem.notFound();
    return booking;
  }

  private async record(
    action: string,
    { id, institutionId }: Pick<BookingRow, 'id' | 'institutionId'>,
    fields: object,
  ): Promise<void> {
    await this.audit.record({
      ...{ action, objectType: 'module_booking', objectId: id, institutionId },
      fields: Object.keys(fields),
    });
  }
}

function factsOf(row: BookingRow): BookingFacts {
  const { state, wishedFrom, wishedTo, plannedOn, plannedStart, deliveredOn, minutes } = row;
  const { children, parents, staff, remarks, cancelledOn, cancelReason } = row;
  return {
    ...{ state, wishedFrom, wishedTo, plannedOn, plannedStart, deliveredOn, minutes },
    ...{ children, parents, staff, remarks, cancelledOn, cancelReason },
  };
}

function shown({ day: _, ...booking }: BookingRow): ModuleBookingDto {
  return booking;
}

function onlyWishes(): Problem {
  return new Problem(
    409,
    'booking_not_wished',
    'Zurücknehmen lässt sich nur ein Wunsch. Was geplant war und nicht stattfindet, ist „ausgefallen“, mit Grund.',
  );
}
