import { Anchor, Badge, Group, List, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconCircle, IconCircleDot } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Municipality } from '../../api/types';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { startPath } from '../imports/paths';
import { institutionsKey, readInstitutions } from '../institutions/queries';
import { districtsQuery } from '../institutions/reference';

const words = texts.admin.steps;

interface Step {
  title: string;
  text: string;
  /** Where it is done; undefined for what is done on this page. */
  href?: string;
  done: boolean;
}

/** What has to be there first, in order; nothing once it all is. */
export function FirstSteps({ municipality }: { municipality: Municipality | undefined }) {
  const steps = useSteps(municipality);
  if (steps === null) return null;
  const next = steps.findIndex(({ done }) => !done);
  return (
    <Panel title={words.title}>
      <Text c="dimmed" mb="md">
        {words.intro}
      </Text>
      <List type="ordered" listStyleType="none" spacing="md" center={false} withPadding={false}>
        {steps.map((step, index) => (
          <StepLine key={step.title} step={step} state={stateOf(step, index, next)} />
        ))}
      </List>
    </Panel>
  );
}

type State = 'done' | 'next' | 'later';

const icons = { done: IconCheck, next: IconCircleDot, later: IconCircle };

function stateOf({ done }: Step, index: number, next: number): State {
  if (done) return 'done';
  return index === next ? 'next' : 'later';
}

function StepLine({ step, state }: { step: Step; state: State }) {
  const StateIcon = icons[state];
  const linked = state !== 'later' && step.href;
  return (
    <List.Item
      icon={
        <ThemeIcon radius="xl" size={32} variant={state === 'done' ? 'filled' : 'light'} aria-hidden>
          <StateIcon size={18} />
        </ThemeIcon>
      }
    >
      <Group gap="xs">
        {linked ? (
          <Anchor component={Link} href={linked} fw={600}>
            {step.title}
          </Anchor>
        ) : (
          <Text span fw={600}>
            {step.title}
          </Text>
        )}
        <Badge variant={state === 'next' ? 'light' : 'default'} tt="none" fw={500}>
          {words[state]}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {step.text}
      </Text>
    </List.Item>
  );
}

/** Null while it is not known yet, and once everything is there. */
function useSteps(municipality: Municipality | undefined): Step[] | null {
  const id = municipality?.id ?? '';
  const enabled = municipality !== undefined;
  const districts = useQuery({ ...districtsQuery(id), enabled }).data;
  const institutions = useQuery({
    queryKey: [...institutionsKey, 'any'],
    queryFn: () => readInstitutions({ limit: 1 }),
    select: ({ items }) => items,
    enabled,
  }).data;
  if (enabled && !(districts && institutions)) return null;
  const isDone = {
    municipality: enabled,
    districts: !isEmpty(districts),
    institutions: !isEmpty(institutions),
  };
  return isDone.districts && isDone.institutions ? null : stepsOf(id, isDone);
}

const isEmpty = (list: readonly unknown[] | undefined) => list === undefined || list.length === 0;

type IsDone = Record<'municipality' | 'districts' | 'institutions', boolean>;

function stepsOf(municipalityId: string, isDone: IsDone): Step[] {
  return [
    { title: words.municipality, text: words.municipalityText, done: isDone.municipality },
    {
      title: words.districts,
      text: words.districtsText,
      href: `/verwaltung/stadtbezirke?kommune=${municipalityId}`,
      done: isDone.districts,
    },
    {
      title: words.institutions,
      text: words.institutionsText,
      href: startPath.institutions,
      done: isDone.institutions,
    },
    { title: words.people, text: words.peopleText, href: '/einladen', done: false },
  ];
}
