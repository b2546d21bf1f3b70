import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { InvitationSending } from '../../access/invitations/invitation-sending.js';
import { InvitationService, type LinkedInvitation } from '../../access/invitations/invitation.service.js';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { errorFields } from '../../kernel/log/error-fields.js';
import { Problem } from '../../kernel/problem/problem.js';
import { Mailer } from '../../mail/mailer.js';
import { readSheet, type Sheet } from '../file/sheet.js';
import { fileProblem } from '../imports.problems.js';
import { GroupImport } from '../groups/group-import.js';
import { GroupImportRepository } from '../groups/group-import.repository.js';
import { recognisedColumns } from '../reading/recognise.js';
import { RowReader } from '../reading/row-reader.js';
import { PeopleAnalysis, type PersonOutcome } from './people-analysis.js';
import { PEOPLE_FIELDS } from './people-fields.js';
import type {
  InvitedPeopleDto,
  InvitePeopleDto,
  PeoplePreviewDto,
  PersonRowDto,
} from './people-import.dto.js';
import { PeopleImportRepository } from './people-import.repository.js';

// Each is a person who gets a mail or a slip of paper.
const MOST_PEOPLE = 500;

/** Invites many people from one file: looked at first, then all in one transaction, then mailed. Nothing of the file is kept. */
@Injectable()
export class PeopleImportService {
  private readonly logger = new Logger(PeopleImportService.name);

  constructor(
    private readonly database: Database,
    private readonly known: PeopleImportRepository,
    private readonly houses: GroupImportRepository,
    private readonly groups: GroupImport,
    private readonly invitations: InvitationService,
    private readonly sending: InvitationSending,
    private readonly mailer: Mailer,
  ) {}

  /** What would become of each row. Opens its transaction itself: the file is read without holding a connection. */
  async preview(work: WorkContext, municipalityId: string, file: Buffer): Promise<PeoplePreviewDto> {
    const sheet = await this.read(work, municipalityId, file);
    const outcomes = await this.database.run(work, () => this.analyse(municipalityId, sheet));
    return { rows: outcomes.map(shown), digest: digestOf(outcomes) };
  }

  /** @throws Problem 409 when something else would happen than was shown, or a row is wrong; then nobody is invited */
  async invite(work: WorkContext, query: InvitePeopleDto, file: Buffer): Promise<InvitedPeopleDto> {
    const sheet = await this.read(work, query.municipalityId, file);
    const { outcomes, made } = await this.database.run(work, () => this.commit(query, sheet));
    const { isConfigured: mailing } = this.mailer;
    if (mailing) void this.mailAll(made, work);
    const count = (...statuses: string[]): number =>
      outcomes.filter(({ status }) => statuses.includes(status)).length;
    return {
      items: made,
      unchanged: count('has_role', 'invited'),
      skipped: count('wrong'),
      mailing: mailing && made.length > 0,
    };
  }

  private async read(work: WorkContext, municipalityId: string, file: Buffer): Promise<Sheet> {
    await this.database.run(work, () => this.groups.assertMay(municipalityId));
    const sheet = readSheet(file);
    if (sheet.rows.length <= MOST_PEOPLE) return sheet;
    throw fileProblem(
      'too_many_rows',
      `Die Datei hat mehr als ${MOST_PEOPLE} Personen. Bitte in mehrere Dateien aufteilen.`,
    );
  }

  private async analyse(municipalityId: string, { headers, rows }: Sheet): Promise<PersonOutcome[]> {
    const reader = new RowReader(recognisedColumns(headers, rows, PEOPLE_FIELDS), PEOPLE_FIELDS);
    const emails = rows.map((row) => String(reader.read(row).values['email'] ?? '').toLowerCase());
    const analysis = new PeopleAnalysis(reader, {
      actor: this.database.actor,
      municipalityId,
      houses: await this.houses.listHouses(municipalityId),
      held: await this.known.listHeld(emails),
      invited: await this.known.listInvited(emails),
    });
    return analysis.judge(rows);
  }

  private async commit(
    { municipalityId, digest, onlyGood = false }: InvitePeopleDto,
    sheet: Sheet,
  ): Promise<{ outcomes: PersonOutcome[]; made: LinkedInvitation[] }> {
    await this.known.lock(municipalityId);
    const outcomes = await this.analyse(municipalityId, sheet);
    if (digest !== undefined && digest !== digestOf(outcomes)) throw previewOutdated();
    const wrong = outcomes.filter(({ status }) => status === 'wrong').length;
    if (wrong > 0 && !onlyGood) throw rowsWrong(wrong);
    const made: LinkedInvitation[] = [];
    for (const { invitation } of outcomes) {
      if (invitation) made.push((await this.invitations.create(invitation)).record);
    }
    return { outcomes, made };
  }

  // After the commit and beside the answer: hundreds of mails take longer than anybody waits. What fails shows in the list of open invitations.
  private async mailAll(made: LinkedInvitation[], work: WorkContext): Promise<void> {
    for (const invitation of made) {
      try {
        await this.sending.send(invitation, work);
      } catch (error) {
        this.logger.warn('An invitation was not mailed', errorFields(error));
      }
    }
  }
}

function shown({ invitation: _, ...row }: PersonOutcome): PersonRowDto {
  return row;
}

function digestOf(outcomes: PersonOutcome[]): string {
  const rows = outcomes.map(({ number, status, invitation, errors }) => [number, status, invitation, errors]);
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

function previewOutdated(): Problem {
  return new Problem(
    409,
    'preview_outdated',
    'Inzwischen hat sich etwas geändert. Es wurde niemand eingeladen. Bitte die Vorschau noch einmal ansehen.',
  );
}

function rowsWrong(wrong: number): Problem {
  const rows = wrong === 1 ? 'Eine Zeile ist falsch' : `${wrong} Zeilen sind falsch`;
  return new Problem(
    409,
    'rows_wrong',
    `${rows}. Es wurde niemand eingeladen. Bitte die Datei verbessern oder nur die richtigen Zeilen nehmen.`,
  );
}
