import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf } from '../../../kernel/page/cursor.js';
import { Problem } from '../../../kernel/problem/problem.js';
import { notPublished } from '../publication.problems.js';
import { PublicationRepository } from '../publication.repository.js';
import {
  type PublishedCellDto,
  type CellFilterDto,
  type PublishedCellListDto,
  type ListCellsDto,
  MOST_CELLS,
} from './cell.dto.js';
import { CellRepository, type CellRow } from './cell.repository.js';
import { ALL, ROUNDING_LABEL } from './cell-words.js';

/** Published cells, as they were stored: nothing is counted here, and nothing can be asked for that was not published. */
@Injectable()
export class CellService {
  constructor(
    private readonly publications: PublicationRepository,
    private readonly cells: CellRepository,
  ) {}

  /** @throws Problem 404; 409 before it is published; 422 for a task or place that the publication has not */
  async list(
    id: string,
    { limit = MOST_CELLS, cursor, ...filter }: ListCellsDto,
  ): Promise<PublishedCellListDto> {
    const after = decodeCursor(cursor, ['int']);
    await this.assertPublished(id, filter);
    const rows = await this.cells.list(id, filter, Number(after?.[0] ?? 0), limit + 1);
    const { items, next } = pageOf(rows, limit, ({ position }) => [position]);
    return { items: items.map(cellOf), next, label: ROUNDING_LABEL };
  }

  /** @throws Problem as `list` */
  async assertPublished(id: string, filter: CellFilterDto): Promise<void> {
    const publication = await this.publications.find(id);
    if (!publication) throw Problem.notFound();
    if (publication.state !== 'published') throw notPublished();
    await this.assertKnown(id, 'item', filter.item, 'Aufgabe: In dieser Veröffentlichung gibt es sie nicht.');
    await this.assertKnown(
      ...([id, 'protocolId', filter.protocolId] as const),
      'Fassung der Aufgabe: In dieser Veröffentlichung gibt es sie nicht.',
    );
    await this.assertKnown(
      ...([id, 'place', filter.place] as const),
      'Ort oder Lage: In dieser Veröffentlichung gibt es das nicht.',
    );
  }

  private async assertKnown(
    id: string,
    field: 'item' | 'protocolId' | 'place',
    value: string | undefined,
    message: string,
  ): Promise<void> {
    if (value === undefined || value === ALL) return;
    if (!(await this.cells.has(id, { [field]: value }))) throw Problem.invalid(field, message);
  }
}

function cellOf({ position: _position, ...cell }: CellRow): PublishedCellDto {
  return cell;
}
