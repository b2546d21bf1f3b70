/** What is wrong with one field; `field` is the JSON name, `message` a German sentence that names the field and what is expected. */
export interface FieldProblem {
  field: string;
  message: string;
}

export interface ProblemExtras {
  /** Single field at fault, when there is just one. */
  field?: string;
  errors?: FieldProblem[];
  /** The stored record, when the caller's copy is out of date. */
  current?: unknown;
  /** Where a value usually is, when it is unlikely but can be confirmed. */
  likely?: { low: number; high: number } | null;
  /** What was probably meant by a value. */
  suggested?: number | null;
  /** Tries that are left before there is a pause or a lock. */
  remaining?: number;
  /** Seconds after which trying again makes sense; sent as `Retry-After`. */
  retryAfter?: number;
}

/**
 * An expected refusal, answered as RFC 9457 problem details.
 * `code` is stable and for machines; `title` is the German sentence that a person reads.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(title);
  }

  static notFound(): Problem {
    return new Problem(404, 'not_found', 'Das gibt es hier nicht (mehr).');
  }

  /** A field names something that is not there, or that the actor may not see: the same answer for both. */
  static unknownReference(field: string, message: string): Problem {
    return new Problem(404, 'not_found', message, { field, errors: [{ field, message }] });
  }

  /** The id that a client made stands for something else, or for something the actor may not see. */
  static idReused(): Problem {
    return new Problem(422, 'id_reused', 'Diese Kennung gehört schon zu einem anderen Eintrag.', {
      field: 'id',
    });
  }

  /** A change must say which version of the record it was made from. */
  static preconditionRequired(): Problem {
    return new Problem(
      428,
      'precondition_required',
      'Es fehlt die Angabe, welche Fassung geändert werden soll (If-Match).',
    );
  }

  static forbidden(): Problem {
    return new Problem(403, 'forbidden', 'Dazu fehlt Ihnen die Berechtigung.');
  }

  static signedOut(): Problem {
    return new Problem(401, 'signed_out', 'Bitte melden Sie sich an.');
  }

  static badRequest(title: string, extras: ProblemExtras = {}): Problem {
    return new Problem(400, 'bad_request', title, extras);
  }

  /** One field breaks a rule: 422 with the sentence at the field and as title. */
  static invalid(field: string, message: string, code = 'invalid'): Problem {
    return new Problem(422, code, message, { field, errors: [{ field, message }] });
  }

  static busy(retryAfter = 2): Problem {
    return new Problem(503, 'busy', 'Gerade ist viel los. Bitte versuchen Sie es gleich noch einmal.', {
      retryAfter,
    });
  }
}
