import { Alert, Button, List, Stack } from '@mantine/core';
import type { Registered } from '../../api/types';
import { texts } from '../../texts/de';

const words = texts.training.team;

interface RegisterResultsProps {
  results: readonly Registered[];
  nameOf: (staffMemberId: string) => string;
  /** Registers those who were refused for an overlap all the same. */
  onDespite: (staffMemberIds: string[]) => void;
}

/** What came of each person, in honest words. */
export function RegisterResults({ results, nameOf, onDespite }: RegisterResultsProps) {
  const overlapping = results
    .filter(({ code }) => code === 'overlap')
    .map(({ staffMemberId }) => staffMemberId);
  const refused = results.some(({ outcome }) => outcome === 'refused');
  return (
    <Alert role="status" title={words.results} color={refused ? 'sonne' : 'wiese'}>
      <Stack gap="sm" align="flex-start">
        <List spacing={4}>
          {results.map((result) => (
            <List.Item key={result.staffMemberId}>
              {sentenceOf(result, nameOf(result.staffMemberId))}
            </List.Item>
          ))}
        </List>
        {overlapping.length > 0 && (
          <Button variant="default" onClick={() => onDespite(overlapping)}>
            {words.despite}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function sentenceOf({ outcome, registration, reason }: Registered, name: string): string {
  if (!registration) return words.refused(name, reason ?? '');
  const sentence =
    outcome === 'waiting' ? words.waiting(name, registration.waitingPlace ?? 1) : words.confirmed(name);
  return registration.hasEmail ? sentence : `${sentence} (${words.noEmail})`;
}
