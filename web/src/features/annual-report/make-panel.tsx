import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { Panel } from '../../ui/panel';
import { MunicipalityFilter } from '../institutions/city-filters';
import { useChosenMunicipality } from '../institutions/city-filter';
import { SchoolYearSelect, useSchoolYear } from '../overview/school-year-select';
import { useSession } from '../session/session';
import { useAnnualReports } from './queries';

const words = texts.annualReport;

/** Which report to make: of which municipality, about which year. */
export function MakePanel() {
  const municipalityId = useChosenMunicipality();
  const schoolYear = useSchoolYear();
  const { schoolYear: running } = useSession();
  const { make } = useAnnualReports();
  const [pending, setPending] = useState(false);
  const start = (id: string) => {
    setPending(true);
    make(id, schoolYear)
      .then(() => announce(words.started), announceProblem)
      .finally(() => setPending(false));
  };
  return (
    <Panel title={words.make}>
      <Stack gap="sm">
        <Group align="flex-end" gap="md">
          <MunicipalityFilter />
          <SchoolYearSelect />
          <Button
            size="md"
            leftSection={<IconFileText size={20} aria-hidden />}
            loading={pending}
            disabled={municipalityId === undefined}
            onClick={() => municipalityId !== undefined && start(municipalityId)}
          >
            {words.make}
          </Button>
        </Group>
        {municipalityId === undefined && <Text>{words.chooseMunicipality}</Text>}
        {schoolYear === running && <Text>{words.interimText}</Text>}
        <Text size="sm" c="dimmed">
          {words.makeText}
        </Text>
      </Stack>
    </Panel>
  );
}
