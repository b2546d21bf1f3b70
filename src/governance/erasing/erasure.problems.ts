import { Problem } from '../../kernel/problem/problem.js';

export function ownAccount(): Problem {
  return new Problem(
    409,
    'own_account',
    'Das eigene Konto kann nur jemand anderes aus der Administration löschen.',
  );
}

/** @param obstacle in German */
export function cannotErase(obstacle: string): Problem {
  return new Problem(409, 'cannot_erase', obstacle);
}

export function notEditable(): Problem {
  return new Problem(
    403,
    'forbidden',
    'Das kann nur die Leitung der Einrichtung, zu der der Eintrag gehört, oder die Koordination.',
  );
}
