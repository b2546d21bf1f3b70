import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { schoolYearName } from '../../kernel/calendar/school-year.js';
import { Problem } from '../../kernel/problem/problem.js';
import { compose } from '../../mail/letter.js';
import { Mailer } from '../../mail/mailer.js';
import type { ActivityReminderFacts } from '../../mail/outbox/activity-letters.de.js';
import { MailOutbox } from '../../mail/outbox/mail-outbox.js';
import { cityOf } from '../overview/houses.sql.js';
import type { CompletenessRowDto } from './completeness.dto.js';
import { listCompleteness } from './completeness.sql.js';
import { reminderState } from './reminder-rules.js';
import type { RemindDto, RemindedHouseDto, ReminderPreviewDto, RemindersDto } from './reminder.dto.js';
import { type ReminderHouse, ReminderRepository } from './reminder.repository.js';

/** A house with what it lacks, and whether it is reminded. */
interface Candidate extends RemindedHouseDto {
  municipalityId: string;
  row: CompletenessRowDto | undefined;
}

/** Asks houses to enter what lacks in the running school year: a letter to their leads, at most once a week. */
@Injectable()
export class ReminderService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reminders: ReminderRepository,
    private readonly outbox: MailOutbox,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
  ) {}

  /** What a reminder of these houses would be; nothing is written. @throws Problem 404 for a house that is not the coordinator's */
  async preview({ institutionIds, note }: RemindDto): Promise<ReminderPreviewDto> {
    const candidates = await this.candidates(institutionIds);
    const first = candidates.find(({ state }) => state === 'ready');
    const [recipient] = first?.recipients ?? [];
    const facts =
      first &&
      recipient &&
      this.factsFor(first, { note: note ?? null, sender: await this.reminders.sender() });
    const letter =
      facts && compose(this.outbox.write('activity_reminder', { ...facts, name: recipient.name }));
    return {
      items: candidates.map(houseOf),
      letter: letter ? { subject: letter.subject, text: letter.text } : null,
    };
  }

  /** Reminds those that may be reminded, and says of the others why not. @throws Problem 404 for a house that is not the coordinator's */
  async remind({ institutionIds, note }: RemindDto): Promise<RemindersDto> {
    await this.reminders.lock(institutionIds);
    const candidates = await this.candidates(institutionIds);
    const ready = candidates.filter(({ state }) => state === 'ready');
    const words = { note: note ?? null, sender: await this.reminders.sender() };
    for (const house of ready) await this.write(house, words);
    await this.remember(ready);
    const today = this.clock.today();
    const items = candidates.map((house) => ({
      ...houseOf(house),
      remindedOn: house.state === 'ready' ? today : house.remindedOn,
    }));
    return { items, mailing: this.mailer.isConfigured };
  }

  private async candidates(ids: readonly string[]): Promise<Candidate[]> {
    const houses = await this.reminders.list(ids);
    if (houses.length < ids.length) {
      throw Problem.unknownReference(
        'institutionIds',
        'Einrichtungen: Eine davon gibt es hier nicht (mehr).',
      );
    }
    const today = this.clock.today();
    const question = { city: cityOf({}, today), today, only: ids };
    const rows = await listCompleteness(this.database, question, { after: null, limit: ids.length });
    const rowOf = new Map(rows.map((row) => [row.institutionId, row]));
    return houses.map((house) => this.candidateOf(house, rowOf.get(house.id)));
  }

  private candidateOf(house: ReminderHouse, row: CompletenessRowDto | undefined): Candidate {
    const { id: institutionId, name, municipalityId, remindedOn } = house;
    const state = reminderState({ ...house, weeks: row ?? null }, this.clock.today());
    const recipients = state === 'ready' ? house.recipients : [];
    return { institutionId, name, state, remindedOn, recipients, municipalityId, row };
  }

  private factsFor({ name: house, row }: Candidate, words: Words): Facts | undefined {
    if (!row) return undefined;
    const { reported, expected } = row;
    const months = row.months
      .filter((month) => month.reported < month.expected)
      .map(({ month, ...weeks }) => ({ month: Number(month.slice(5)), ...weeks }));
    const schoolYear = schoolYearName(cityOf({}, this.clock.today()).period.schoolYear);
    return { house, schoolYear, reported, expected, months, ...words };
  }

  private async write(candidate: Candidate, words: Words): Promise<void> {
    const facts = this.factsFor(candidate, words);
    if (!facts) return;
    const { municipalityId, recipients } = candidate;
    for (const { name, address } of recipients) {
      const to = { name: name ?? candidate.name, address };
      await this.outbox.add({ municipalityId, to, kind: 'activity_reminder', facts: { ...facts, name } });
    }
  }

  private async remember(reminded: readonly Candidate[]): Promise<void> {
    if (reminded.length === 0) return;
    const houses = reminded.map(({ institutionId, recipients }) => ({
      institutionId,
      letters: recipients.length,
    }));
    await this.reminders.remember(houses, this.clock.today());
    const entry = { action: 'institution.remind', objectType: 'institution' };
    await this.audit.recordAll(
      reminded.map(({ institutionId }) => ({ ...entry, objectId: institutionId, institutionId })),
    );
  }
}

type Facts = Omit<ActivityReminderFacts, 'name'>;
/** The same in every letter of one sending. */
type Words = Pick<Facts, 'note' | 'sender'>;

const houseOf = ({ municipalityId: _, row: __, ...house }: Candidate): RemindedHouseDto => house;
