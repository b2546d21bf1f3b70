import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Institution, Participation } from '../../api/types';
import { texts } from '../../texts/de';
import { Fact, Facts } from '../../ui/facts';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { ParticipationBadge } from './participation-badge';
import { ParticipationForm } from './participation-form';
import { isOver } from './participation-values';

const words = texts.institutions.participation;

interface ParticipationPanelProps {
  institution: Institution;
  editable: boolean;
}

/** How the institution takes part and who coaches it. */
export function ParticipationPanel({ institution, editable }: ParticipationPanelProps) {
  const { participation } = institution;
  return (
    <Panel
      title={words.title}
      action={
        editable && (
          <Group gap="xs">
            {participation && isOver(participation.status) && (
              <FormButton institution={institution} label={words.again} again />
            )}
            <FormButton institution={institution} label={participation ? words.edit : words.add} />
          </Group>
        )
      }
    >
      {participation ? (
        <ParticipationFacts participation={participation} />
      ) : (
        <>
          <Text>{words.none}</Text>
          <Text size="sm" c="dimmed" mt="xs">
            {words.noneText}
          </Text>
        </>
      )}
    </Panel>
  );
}

interface FormButtonProps {
  institution: Institution;
  label: string;
  again?: boolean;
}

/** A button that opens the form. */
function FormButton({ institution, label, again = false }: FormButtonProps) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="sm" onClick={open}>
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={`${label}: ${institution.name}`} size="lg">
        <ParticipationForm institution={institution} again={again} onSaved={close} />
      </Modal>
    </>
  );
}

function ParticipationFacts({ participation }: { participation: Participation }) {
  const { status, coach, startedOn, endedOn, reason } = participation;
  return (
    <Facts>
      <Fact term={words.status}>
        <ParticipationBadge status={status} />
      </Fact>
      <Fact term={words.coach}>{coach?.name ?? words.noCoach}</Fact>
      <Fact term={words.startedOn}>{startedOn && formatDate(startedOn)}</Fact>
      <Fact term={words.endedOn}>{endedOn && formatDate(endedOn)}</Fact>
      <Fact term={words.reason}>{reason}</Fact>
    </Facts>
  );
}
