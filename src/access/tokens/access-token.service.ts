import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import type { WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { contentDigest, createOnce } from '../../database/records.js';
import { addDays, type CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { OwnPassword } from '../passwords/own-password.js';
import { newToken } from '../sessions/session-cookie.js';
import type { AccessTokenDto, CreateAccessTokenDto, NewAccessTokenDto } from './access-token.dto.js';
import { AccessTokenRepository, type TokenRow } from './access-token.repository.js';
import { TOKEN_PREFIX } from './token-scopes.js';

const MOST_PER_ACCOUNT = 10;
const LONGEST_DAYS = 365;

@Injectable()
export class AccessTokenService {
  constructor(
    private readonly database: Database,
    private readonly tokens: AccessTokenRepository,
    private readonly accounts: AccountRepository,
    private readonly password: OwnPassword,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<AccessTokenDto[]> {
    const { actor, today } = this.database.context;
    return (await this.tokens.list(actor.accountId ?? '')).map((row) => tokenDto(row, today));
  }

  /** Outside of a transaction, since it asks for the password. @throws Problem 422, 409 when there are too many already */
  async create(
    { password, ...wanted }: CreateAccessTokenDto,
    work: WorkContext,
  ): Promise<Created<NewAccessTokenDto>> {
    await this.password.assert(password, work);
    if (wanted.expiresOn < work.today || wanted.expiresOn > addDays(work.today, LONGEST_DAYS)) {
      throw Problem.invalid(
        'expiresOn',
        'Gültig bis: bitte einen Tag in den nächsten zwölf Monaten angeben.',
      );
    }
    return this.database.run(work, () => this.store(wanted, work));
  }

  async remove(id: string): Promise<void> {
    const { accountId } = this.database.actor;
    if (!(await this.tokens.remove(accountId ?? '', id))) throw Problem.notFound();
    await this.record('access_token.remove', id, accountId);
  }

  private async store(
    wanted: Omit<CreateAccessTokenDto, 'password'>,
    { actor, today }: WorkContext,
  ): Promise<Created<NewAccessTokenDto>> {
    const accountId = actor.accountId ?? '';
    await this.accounts.lockFor(actor);
    const [id, token, digest] = [
      wanted.id ?? uuidv7(),
      `${TOKEN_PREFIX}${newToken()}`,
      contentDigest(wanted),
    ];
    const { created, record } = await createOnce({
      digest,
      insert: () => this.tokens.insert({ ...wanted, id, accountId, token, creationDigest: digest }),
      stored: async () => {
        const row = await this.tokens.find(id);
        return row && { digest: row.digest, record: tokenDto(row, today) };
      },
    });
    if (!created) return { created, record: { ...record, token: null } };
    if ((await this.tokens.list(accountId)).length > MOST_PER_ACCOUNT) throw tooMany();
    await this.record('access_token.create', id, accountId, ['name', 'scopes', 'expiresOn']);
    return { created, record: { ...record, token } };
  }

  private record(action: string, id: string, accountId: string | null, fields?: string[]): Promise<void> {
    return this.audit.record({
      action,
      objectType: 'access_token',
      objectId: id,
      ...(accountId !== null && { chain: accountId }),
      ...(fields && { fields }),
    });
  }
}

function tokenDto(
  { digest: _, createdAt, lastUsedAt, ...row }: TokenRow,
  today: CalendarDate,
): AccessTokenDto {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expired: row.expiresOn < today,
  };
}

function tooMany(): Problem {
  return new Problem(
    409,
    'too_many_tokens',
    `Mehr als ${MOST_PER_ACCOUNT} Zugangstoken sind nicht möglich. Bitte zuerst eines löschen.`,
  );
}
