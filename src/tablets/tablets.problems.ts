import type { ConstraintProblems } from '../database/sqlstate.js';
import { Problem } from '../kernel/problem/problem.js';

/** What the constraints of this room's tables mean to a person. */
export const TABLET_CONSTRAINTS: ConstraintProblems = {
  tablets_institution_fk: () =>
    Problem.unknownReference('institutionId', 'Einrichtung: Diese Einrichtung gibt es nicht.'),
};

/** The device is no shared tablet of a house, or no longer. */
export function tabletUnknown(): Problem {
  return new Problem(
    401,
    'tablet_unknown',
    'Dieses Gerät ist kein gemeinsames Tablet (mehr). Die Leitung kann es mit einem neuen Code einrichten.',
  );
}

export function tabletRevoked(): Problem {
  return new Problem(
    409,
    'tablet_revoked',
    'Dieses Tablet wurde abgemeldet. Bitte ein neues anlegen und das Gerät damit einrichten.',
  );
}

export function houseClosed(): Problem {
  return new Problem(
    403,
    'house_closed',
    'Diese Einrichtung ist archiviert. Hier kann nichts mehr eingetragen werden.',
  );
}

export function codeInvalid(): Problem {
  return new Problem(
    404,
    'code_invalid',
    'Dieser Code gilt nicht (mehr): Er ist zehn Minuten lang und nur einmal gültig. Die Leitung kann einen neuen anzeigen.',
  );
}

export function wrongBadge(): Problem {
  return new Problem(
    401,
    'wrong_badge',
    'Dieser Ausweis gilt hier nicht. Vielleicht gibt es einen neueren? Mit der PIN geht es auch.',
  );
}

/** What was proved was overtaken while it was looked at: the PIN was changed, the role taken, the account locked. */
export function proofOvertaken(): Problem {
  return new Problem(
    401,
    'proof_overtaken',
    'Das hat sich gerade geändert. Bitte noch einmal auswählen und entsperren.',
  );
}
