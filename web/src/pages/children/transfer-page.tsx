import { Stack } from '@mantine/core';
import { useState } from 'react';
import { LedHouseSelect } from '../../features/activities/led-house-select';
import { useHouse } from '../../features/activities/use-house';
import { GivenSlips, GiveForm, Made } from '../../features/children/give-away';
import type { NewTransfer } from '../../features/children/queries';
import { Receive } from '../../features/children/receive-form';
import type { House } from '../../features/session/session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';

const words = texts.childTransfers;

/** Children go to another house with a code that their parents carry, or come from one. */
export function TransferPage() {
  const { houses, house, choose } = useHouse();
  if (!house) return null;
  return (
    <div>
      <div className="no-print">
        <BackLink href={`/kinder?haus=${house.id}`}>{texts.children.paper.back}</BackLink>
        <PageHeader title={words.title} intro={words.intro} />
        <LedHouseSelect houses={houses} house={house} onChoose={choose} />
      </div>
      <Transfers key={house.id} house={house} />
    </div>
  );
}

function Transfers({ house }: { house: House }) {
  const [made, setMade] = useState<NewTransfer[] | null>(null);
  if (made) return <Made made={made} houseName={house.name} onAgain={() => setMade(null)} />;
  return (
    <Stack gap="lg" mt="md" maw={860}>
      <Panel title={words.give.title}>
        <GiveForm institutionId={house.id} onMade={setMade} />
      </Panel>
      <Panel title={words.receive.title}>
        <Receive institutionId={house.id} />
      </Panel>
      <Panel title={words.give.open}>
        <GivenSlips institutionId={house.id} />
      </Panel>
    </Stack>
  );
}
