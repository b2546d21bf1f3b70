import { useState } from 'react';
import { announceProblem } from '../../ui/announce';
import type { Registered } from '../../api/types';
import { register, useTrainingsChanged } from './queries';

/** Registers people for a training and keeps what came of each. */
export function useRegister(trainingId: string) {
  const changed = useTrainingsChanged();
  const [results, setResults] = useState<Registered[]>([]);
  const [pending, setPending] = useState(false);
  const send = async (staffMemberIds: string[], despiteOverlap = false): Promise<void> => {
    setPending(true);
    try {
      setResults(await register(trainingId, staffMemberIds, despiteOverlap));
      await changed();
    } catch (error) {
      announceProblem(error);
    } finally {
      setPending(false);
    }
  };
  return { results, pending, send };
}
