import { farApart } from '../scoring/plausibility.js';
import type { ConspicuousDto, GapDto } from './closing.dto.js';
import type { SheetChildDto, SheetProtocolDto, SheetResultDto, SheetTrialDto } from './sheet.dto.js';

/** What is missing on a sheet: of each child that may be recorded, and of each task that was done on the day. */
export function gapsOf(protocols: SheetProtocolDto[], children: SheetChildDto[]): GapDto[] {
  const done = protocols.filter((protocol) => !protocol.optional || isTried(protocol, children));
  return children.filter(isRecorded).flatMap((child) => gapsOfChild(child, done));
}

/** An optional task counts once somebody has tried it. */
function isTried({ id }: SheetProtocolDto, children: SheetChildDto[]): boolean {
  return children.some(({ results }) =>
    results.some(({ protocolId, trials }) => protocolId === id && trials.length > 0),
  );
}

/** Expected on the day, or tested all the same. */
function isRecorded({ hasConsent, left, results }: SheetChildDto): boolean {
  return (hasConsent && !left) || results.some(({ version }) => version > 0);
}

function gapsOfChild(child: SheetChildDto, protocols: SheetProtocolDto[]): GapDto[] {
  const { childId, code, groupId, results } = child;
  const who = { childId, code, groupId };
  if (results.every(({ version }) => version === 0)) {
    const missingTrials = protocols.reduce((sum, { trials }) => sum + trials, 0);
    return [{ ...who, kind: 'untested', protocolId: null, itemCode: null, missingTrials }];
  }
  return protocols.flatMap((protocol) => {
    const result = results.find(({ protocolId }) => protocolId === protocol.id);
    const kind = result && gapKind(result, protocol);
    if (!kind) return [];
    const { id: protocolId, itemCode, trials } = protocol;
    return [{ ...who, kind, protocolId, itemCode, missingTrials: trials - result.trials.length }];
  });
}

function gapKind({ state, trials }: SheetResultDto, protocol: SheetProtocolDto): string | null {
  if (state === 'not_done') return null;
  if (trials.length === 0) return 'missing';
  if (trials.length < protocol.trials) return 'partial';
  return state === 'invalid' ? 'invalid' : null;
}

/** Values that are unlikely for the child, or far from the other trials; whoever entered them was asked already. */
export function conspicuousOf(protocols: SheetProtocolDto[], children: SheetChildDto[]): ConspicuousDto[] {
  return children.flatMap(({ childId, code, groupId, results }) =>
    results.flatMap((result) => {
      const protocol = protocols.find(({ id }) => id === result.protocolId);
      if (!protocol) return [];
      const { protocolId, itemCode, likely } = result;
      return oddTrials(protocol, result).map(({ trial: { id, number, version }, value, kind }) => ({
        ...{ childId, code, groupId, protocolId, itemCode, likely, kind },
        ...{ trialId: id, number, value, version },
      }));
    }),
  );
}

function oddTrials(
  protocol: SheetProtocolDto,
  { trials, likely }: SheetResultDto,
): { trial: SheetTrialDto; value: number; kind: string }[] {
  const values = trials.flatMap(({ value }) => value ?? []);
  const apart = farApart(protocol, values);
  return trials.flatMap((trial) => {
    const { value } = trial;
    if (value === null) return [];
    if (likely && (value < likely.low || value > likely.high)) return [{ trial, value, kind: 'unlikely' }];
    return apart ? [{ trial, value, kind: 'far_apart' }] : [];
  });
}
