export const CANARIES: { name: string; pattern: RegExp; sample: string }[];

export function findCanaries(files: string[]): {
  lines: number;
  found: { name: string; file: string; line: string }[];
};

/** @returns the names of what the line may not hold */
export function canariesOf(line: string): string[];
