import { Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { formatInteger, formatPercent, formatUnits } from '../../ui/format';
import { QueryView } from '../../ui/query-view';
import { DownloadMenu } from './download-menu';
import type { Figure } from './figure-card';
import { FigureCards } from './figure-cards';
import { type OverviewFilter, useFilteredHref, useOverviewFilter } from './overview-filter';
import { type ProgrammeFigures, programmeQuery } from './queries';

const words = texts.programmeFigures;

const EVENTS = ['project', 'sports_festival', 'kick_off', 'athlete_visit', 'closing'];

/** What the programme itself did: the row that symbioun reports by, and how much of the staff is trained. */
export function ProgrammePanel() {
  const query = useQuery(programmeQuery(useOverviewFilter()));
  const trainedHref = useFilteredHref()('/ueberblick/fachkraefte');
  return (
    <Stack gap="sm" component="section" aria-labelledby="das-programm">
      <Title order={2} fz="lg" id="das-programm">
        {words.title}
      </Title>
      <Downloads />
      <QueryView query={query}>
        {(programme) => (
          <FigureCards
            label={words.title}
            figures={[...countsOf(programme), ...sharesOf(programme, trainedHref)]}
          />
        )}
      </QueryView>
    </Stack>
  );
}

/** Everything behind these numbers, row by row. */
function Downloads() {
  const filter = useOverviewFilter();
  return (
    <Group gap="xs" className="no-print">
      <DownloadMenu of="bookings" label={words.files.bookings} filter={filter} />
      <DownloadMenu of="coach-contacts" label={words.files.contacts} filter={filter} />
      <DownloadMenu of="trainings" label={words.files.trainings} filter={trainingFilter(filter)} />
      <DownloadMenu of="attendance" label={words.files.attendance} filter={filter} />
    </Group>
  );
}

/** A training is of a municipality, not of single houses. */
function trainingFilter({ municipalityId, schoolYear }: OverviewFilter): Partial<OverviewFilter> {
  return { municipalityId, schoolYear };
}

function countsOf({ contacts, trainings, formats }: ProgrammeFigures): Figure[] {
  const delivered = (...wanted: string[]): number =>
    formats.reduce((sum, row) => sum + (wanted.includes(row.format) ? row.delivered : 0), 0);
  const parents = formats.reduce((sum, row) => sum + row.parents, 0);
  return [
    {
      value: formatInteger(contacts.held),
      label: words.contacts,
      text: words.contactsText(formatInteger(contacts.minutes / 60), formatInteger(contacts.institutions)),
      definition: words.contactsDefinition,
    },
    {
      value: formatInteger(trainings.held),
      label: words.trainings,
      text: words.trainingsText(formatInteger(delivered('training'))),
      definition: words.trainingsDefinition,
    },
    {
      value: formatInteger(delivered('talk')),
      label: words.talks,
      text: words.talksText(formatInteger(parents)),
      definition: words.talksDefinition,
    },
    { value: formatInteger(delivered('workshop')), label: words.workshops },
    { value: formatInteger(delivered(...EVENTS)), label: words.events, definition: words.eventsDefinition },
    {
      value: formatInteger(trainings.people),
      label: words.people,
      text: words.peopleText(formatUnits(trainings.minutes)),
      definition: words.peopleDefinition,
    },
  ];
}

function sharesOf({ trained, modules }: ProgrammeFigures, trainedHref: string): Figure[] {
  const { staff, institutions } = trained;
  return [
    {
      ...shareOf(trained.trained, staff),
      label: words.trained,
      text: words.trainedText(formatInteger(trained.trained), formatInteger(staff)),
      href: trainedHref,
      definition: words.trainedDefinition(formatUnits(trained.minutes)),
    },
    {
      value: formatInteger(trained.withTwo),
      label: words.withTwo,
      text: words.withTwoText(formatInteger(institutions)),
      href: trainedHref,
    },
    {
      ...shareOf(modules.delivered, modules.planned),
      label: words.modules,
      text: words.modulesText(formatInteger(modules.delivered), formatInteger(modules.planned)),
      definition: words.modulesDefinition,
    },
  ];
}

/** A share of nothing is none, not zero. */
function shareOf(part: number, whole: number): Pick<Figure, 'value' | 'share'> {
  return whole === 0 ? { value: words.none } : { value: formatPercent(part / whole), share: part / whole };
}
