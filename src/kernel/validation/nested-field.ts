import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';

interface NestedOptions {
  /** The field's name on the screen. */
  label: string;
  /** DTO of the object; it is checked by its own decorators. */
  of: new () => object;
}

/** An object that may be absent. A fault inside is told by its place: `conflict.version`. */
export function NestedField({ label, of }: NestedOptions): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    ValidateBy({
      name: 'nested',
      validator: {
        validate: (value: unknown) => value instanceof of,
        defaultMessage: () => `${label}: bitte ein JSON-Objekt mit den Angaben angeben.`,
      },
    }),
    ValidateNested(),
    Type(() => of),
    ApiProperty({ description: label, required: false, type: of }),
  );
}
