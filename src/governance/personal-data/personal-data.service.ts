import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { type ZipEntry, zipStream } from '../../kernel/zip/zip-stream.js';
import { StaffMemberService } from '../../training/staff/staff-member.service.js';
import { notEditable } from '../erasing/erasure.problems.js';
import { type FilledSection, personPage, type PersonRow } from './person-page.de.js';
import { sectionStatement } from './person-section.js';
import { PERSON_SECTIONS } from './person-sections.js';

/** By what a person is found in the tables. */
interface Subject {
  name: string;
  accountId: string | null;
  staffIds: string[];
  emails: string[];
  names: string[];
}

/** What is stored of a person (Art. 15): one ZIP with a page to be read and the same for programs. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly database: Database,
    private readonly members: StaffMemberService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Of the person who asks. @throws Problem 404 */
  async own(work: WorkContext): Promise<Readable> {
    return this.account(work.actor.accountId ?? '', work);
  }

  /** For administrators. @throws Problem 404 */
  async ofAccount(id: string, work: WorkContext): Promise<Readable> {
    // It is read with the eyes of the system: no policy asks who wants to know.
    if (!work.actor.administrator) throw Problem.notFound();
    return this.account(id, work);
  }

  /** With the record of the staff that belongs to it. */
  private async account(id: string, work: WorkContext): Promise<Readable> {
    return this.file(work, async () => {
      const subject = await this.subject('a.id = $1', id);
      const about = { action: 'account.personal_data', objectType: 'account', objectId: id, chain: id };
      await this.audit.record(about);
      return subject;
    });
  }

  /** Of somebody of the staff, for who looks after the record. @throws Problem 404, 403 */
  async ofStaff(id: string, work: WorkContext): Promise<Readable> {
    const member = await this.database.run(work, () => this.members.get(id));
    if (!member.editable) throw notEditable();
    return this.file(work, async () => {
      const { institutionId, name, email } = member;
      const about = { action: 'staff_member.personal_data', objectType: 'staff_member', objectId: id };
      await this.audit.record({ ...about, institutionId });
      const emails = email === null ? [] : [email];
      return { name, accountId: null, staffIds: [id], emails, names: [name] };
    });
  }

  private async subject(where: string, id: string): Promise<Subject> {
    const [row] = await this.database.query<Subject>(
      `select a.name, a.id as "accountId", array_remove(array_agg(m.id), null) as "staffIds",
         array_remove(array_agg(distinct m.email) || a.email, null) as emails, array_remove(array_agg(distinct m.name) || a.name, null) as names
       from accounts a left join staff_members m on m.account_id = a.id where ${where} group by a.id`,
      [id],
    );
    if (!row) throw Problem.notFound();
    return row;
  }

  /** Everything of one moment. */
  private async file(work: WorkContext, find: () => Promise<Subject>): Promise<Readable> {
    const madeAt = this.clock.now();
    const { name, sections } = await this.database.snapshot(asSystem(work), async () => {
      const subject = await find();
      return { name: subject.name, sections: await this.collect(subject) };
    });
    const html = personPage(name, madeAt, sections);
    const json = JSON.stringify(
      { name, madeAt, ...Object.fromEntries(sections.map(({ section, rows }) => [section.key, rows])) },
      null,
      2,
    );
    return zipStream(entries({ 'auskunft.html': html, 'auskunft.json': json }), madeAt);
  }

  private async collect({ accountId, staffIds, emails, names }: Subject): Promise<FilledSection[]> {
    const filled: FilledSection[] = [];
    for (const section of PERSON_SECTIONS) {
      const rows = await this.database.query<PersonRow>(sectionStatement(section), [
        ...[accountId, staffIds, emails, names],
      ]);
      filled.push({ section, rows });
    }
    return filled;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- the archive wants its entries one after the other
async function* entries(files: Record<string, string>): AsyncGenerator<ZipEntry> {
  for (const [path, text] of Object.entries(files)) yield { path, content: Buffer.from(text) };
}
