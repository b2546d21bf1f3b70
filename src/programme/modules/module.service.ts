import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { CreateModuleDto, ListModulesDto, ModuleDto, UpdateModuleDto } from './module.dto.js';
import { ModuleRepository, type ModuleRow } from './module.repository.js';

/** The catalogue that institutions choose from; kept by administrators, read by everybody. */
@Injectable()
export class ModuleService {
  constructor(
    private readonly modules: ModuleRepository,
    private readonly audit: Audit,
  ) {}

  async list(query: ListModulesDto): Promise<Page<ModuleDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['int', 'text', 'uuid']);
    const rows = await this.modules.list(query, after, limit + 1);
    const page = pageOf(rows, limit, ({ place, title, id }) => [place, title, id]);
    return { ...page, items: page.items.map(shown) };
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<ModuleDto> {
    const module = await this.modules.find(id);
    if (!module) throw Problem.notFound();
    return shown(module);
  }

  /** One that can be chosen. @throws Problem 404 or 422 at `moduleId` */
  async getChoosable(id: string): Promise<ModuleDto> {
    const module = await this.modules.find(id);
    if (!module) throw Problem.unknownReference('moduleId', 'Modul: Dieses Modul gibt es nicht.');
    if (!module.active) {
      throw Problem.invalid('moduleId', `Modul: „${module.title}“ wird nicht mehr angeboten.`);
    }
    return shown(module);
  }

  async create(wanted: CreateModuleDto): Promise<Created<ModuleDto>> {
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const { itemCodes = [], ...values } = wanted;
    const outcome = await createOnce({
      digest,
      insert: async () => {
        const isNew = await this.modules.insert({ ...values, id, creationDigest: digest });
        if (isNew) await this.modules.setItems(id, itemCodes);
        return isNew;
      },
      stored: async () => {
        const record = await this.modules.find(id);
        return record && { record: shown(record), digest: await this.modules.findDigest(id) };
      },
    });
    if (outcome.created) await this.record('module.create', id, wanted);
    return outcome;
  }

  async update(id: string, version: number, changes: UpdateModuleDto): Promise<ModuleDto> {
    const { active } = await this.get(id);
    const { itemCodes, ...values } = changes;
    // Other tasks are a new version of the module, even if none of its own fields changes.
    const written = itemCodes && Object.keys(values).length === 0 ? { active } : values;
    await assertUnchanged(await this.modules.update(id, version, written), () => this.get(id));
    if (itemCodes) await this.modules.setItems(id, itemCodes);
    await this.record('module.update', id, changes);
    return this.get(id);
  }

  private async record(action: string, objectId: string, fields: object): Promise<void> {
    await this.audit.record({ action, objectType: 'module', objectId, fields: Object.keys(fields) });
  }
}

function shown({ place: _, ...module }: ModuleRow): ModuleDto {
  return module;
}
