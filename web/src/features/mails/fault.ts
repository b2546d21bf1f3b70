import { texts } from '../../texts/de';

const { reasons } = texts.mails;

const MEANINGS: readonly [RegExp, string][] = [
  [/^too_late$/, reasons.tooLate],
  [/^EENVELOPE( 5\d\d)?$/, reasons.address],
  [/^EMESSAGE( 5\d\d)?$/, reasons.content],
  [/^(EAUTH|ENOAUTH)/, reasons.signIn],
  [/^(ESOCKET|ECONNECTION|ECONNREFUSED|ETIMEDOUT|EDNS|ETLS)/, reasons.unreachable],
  [/ 4\d\d$/, reasons.busy],
];

/** What the code of a failed mail means, with the code for whoever runs the server. */
export function faultSentence(code: string): string {
  const [, meaning] = MEANINGS.find(([pattern]) => pattern.test(code)) ?? [null, reasons.other];
  return code === 'too_late' ? meaning : `${meaning} (${code})`;
}
