import { Button, Stack, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { ProfileAssessment } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { sheetHref } from './queries';
import { ResultLine } from './result-line';
import { formatAge } from './result-words';
import classes from './assessment-panel.module.css';

const words = texts.results.profile;

/** What a child did on one test day. */
export function AssessmentPanel({ assessment }: { assessment: ProfileAssessment }) {
  const wave = wordFor(texts.results.waves, assessment.wave);
  const date = formatDate(assessment.testedOn);
  return (
    <Panel
      title={words.assessment(wave, date)}
      action={
        assessment.origin === 'own' &&
        assessment.results.some(({ value }) => value !== null) && (
          <Button
            component="a"
            href={sheetHref(assessment.id)}
            target="_blank"
            rel="noopener"
            className="no-print"
            variant="default"
            size="sm"
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
            aria-label={words.sheetOf(wave, date)}
          >
            {words.sheet}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {factsOf(assessment).join(' · ')}
      </Text>
      {assessment.results.length === 0 ? (
        <Text mt="sm">{words.nothingDone}</Text>
      ) : (
        <Stack component="ul" gap={0} m={0} mt="xs" p={0} className={classes.list}>
          {assessment.results.map((result) => (
            <li key={result.id}>
              <ResultLine result={result} />
            </li>
          ))}
        </Stack>
      )}
    </Panel>
  );
}

function factsOf({ batteryTitle, groupName, ageYears, closed, origin }: ProfileAssessment): string[] {
  return [
    batteryTitle,
    groupName,
    ...(ageYears === null ? [] : [words.age(formatAge(ageYears))]),
    ...(closed ? [] : [words.open]),
    ...(origin === 'brought' ? [words.brought] : []),
  ];
}
