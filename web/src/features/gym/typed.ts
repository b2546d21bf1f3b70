import { useCallback, useState } from 'react';
import { readDraft, writeDraft } from '../../ui/draft-store';
import { useSession } from '../session/session';
import { placeKey, type Place } from './cells';

/** What stands in a field and is not stored yet. */
export interface Typed {
  text: string;
  /** The try that was there when the typing began: only that one is corrected. Version null: this device's own; null: there was none. */
  known: { id: string; version: number | null } | null;
}

type Fields = Readonly<Record<string, Typed>>;

export interface TypedFields {
  at: (place: Place) => Typed | undefined;
  put: (place: Place, typed: Typed | null) => void;
  /** What was typed is kept elsewhere now; whatever has been typed since stays. */
  done: (place: Place, typed: Typed | undefined) => void;
  /** Somebody has begun to type for this child and task. */
  isBegun: (childId: string, protocolId: string) => boolean;
}

/** What is typed on a test day and not stored yet: kept on the device, so that a reload loses nothing. */
export function useTyped(testDayId: string): TypedFields {
  const owner = useSession().account.id;
  const name = `gym:${testDayId}`;
  const [fields, setFields] = useState<Fields>(() => keptFields(owner, name));
  const put = useCallback(
    (place: Place, typed: Typed | null, onlyIf?: Typed) =>
      setFields((shown) => {
        // Another tab may have kept something else meanwhile.
        const { [placeKey(place)]: old, ...others } = { ...shown, ...keptFields(owner, name) };
        if (onlyIf && old?.text !== onlyIf.text) return shown;
        const after = typed === null ? others : { ...others, [placeKey(place)]: typed };
        writeDraft(owner, name, { fields: JSON.stringify(after) });
        return after;
      }),
    [owner, name],
  );
  return {
    at: (place) => fields[placeKey(place)],
    put,
    done: (place, typed) => typed && put(place, null, typed),
    isBegun: (childId, protocolId) =>
      Object.keys(fields).some((key) => key.startsWith(`${childId}/${protocolId}/`)),
  };
}

function keptFields(owner: string, name: string): Fields {
  return fieldsIn(readDraft(owner, name, { fields: '{}' }).fields);
}

function fieldsIn(text: string): Fields {
  try {
    const stored: unknown = JSON.parse(text);
    return isObject(stored)
      ? Object.fromEntries(
          Object.entries(stored).filter((field): field is [string, Typed] => isTyped(field[1])),
        )
      : {};
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isTyped = (value: unknown): value is Typed =>
  isObject(value) && 'text' in value && typeof value.text === 'string' && 'known' in value;
