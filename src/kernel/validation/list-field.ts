import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';

interface ListOptions {
  /** The field's name on the screen. */
  label: string;
  /** DTO of one entry; each is checked by its own decorators. */
  of: new () => object;
  most: number;
  /** May be absent. */
  optional?: boolean;
}

/** A list of objects. A fault inside is told by its place: `groups.2.name`. */
export function ListField({ label, of, most, optional = false }: ListOptions): PropertyDecorator {
  const expected = `bitte eine Liste mit höchstens ${most} Einträgen angeben.`;
  const describe = (value: unknown): string =>
    value === undefined || value === null ? `${label} fehlt: ${expected}` : `${label}: ${expected}`;
  const isList = (value: unknown): boolean =>
    Array.isArray(value) && value.length <= most && value.every((item) => item instanceof of);
  return applyDecorators(
    ValidateIf((_, value) => !(optional && value === undefined)),
    ValidateBy({
      name: 'list',
      validator: { validate: isList, defaultMessage: (args) => describe(args?.value) },
    }),
    ValidateNested({ each: true }),
    Type(() => of),
    ApiProperty({ description: label, required: !optional, type: [of], maxItems: most }),
  );
}
