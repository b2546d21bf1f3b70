import { ApiProperty } from '@nestjs/swagger';
import { type Block, HIDING_REASONS, type HidingReason } from './publication-types.js';

export const BLOCKS = ['tested', 'results', 'paired'] as const satisfies readonly Block[];

/** Districts taken together until there are three houses of each kind. */
export class PublishedRegionDto {
  /** As `place` of a cell. */
  key: string;
  title: string;
  districts: string[];
  houses: number;
  /** More than one district. */
  merged: boolean;
}

/** How many cells of a table are hidden. */
export class PublishedTableDto {
  @ApiProperty({ enum: BLOCKS, enumName: 'PublicationBlock' })
  block: Block;
  @ApiProperty({ type: String, nullable: true })
  item: string | null;
  @ApiProperty({ type: String, nullable: true })
  protocol: string | null;
  @ApiProperty({ type: String, nullable: true })
  wave: string | null;
  cells: number;
  hidden: number;
  seconds: number;
}

export class HiddenCellsDto {
  @ApiProperty({ enum: HIDING_REASONS, enumName: 'HidingReason' })
  reason: HidingReason;
  cells: number;
}

/** What a preview tells: of cells and regions, and nothing of children beyond what the cells tell. */
export class PublicationSummaryDto {
  cells: number;
  /** Shown as a number, rounded to 5. */
  rounded: number;
  /** Shown as 0 to 7. */
  upTo7: number;
  hidden: number;
  hiddenByReason: HiddenCellsDto[];
  /** At most this share (0, 0.03, 0.1, 0.25, 0.5 or 1) of the children counted in the finest cells of results, by region, has a hidden cell. */
  childrenInHiddenCells: number;
  regions: PublishedRegionDto[];
  tables: PublishedTableDto[];
  seconds: number;
}
