import { Button, Group as Row, SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowsTransferUp, IconFileUpload, IconPlus, IconPrinter } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Group } from '../../api/types';
import { groupsQuery } from '../../features/activities/queries';
import { LedHouseSelect } from '../../features/activities/led-house-select';
import { AddChildren } from '../../features/children/add-children';
import { byGroup } from '../../features/children/by-group';
import { GroupChildren } from '../../features/children/group-children';
import { childrenQuery } from '../../features/children/queries';
import { type SeenHouse, useSeenHouses } from '../../features/institutions/use-seen-houses';
import { useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { DialogButton } from '../../ui/dialog-button';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty, Skeletons } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.children;

/** The children of a house by group: codes, what is known of them, and whose parents have said yes. */
export function ChildrenPage() {
  const { houses, house, choose, pending } = useSeenHouses();
  if (pending) return <Skeletons />;
  if (!house) return <NoHouse />;
  return (
    <Stack gap="lg" maw={860}>
      <Head house={house} />
      <LedHouseSelect houses={houses} house={house} onChoose={choose} />
      <HouseChildren key={house.id} house={house} />
    </Stack>
  );
}

function NoHouse() {
  return (
    <div>
      <PageHeader title={words.title} />
      <Empty title={words.emptyTitle}>{words.emptyReading}</Empty>
    </div>
  );
}

function Head({ house }: { house: SeenHouse }) {
  const { schoolYear } = useSession();
  const { data: groups = [] } = useQuery(groupsQuery(house.id, schoolYear));
  if (!house.keeps) return <PageHeader title={words.title} intro={words.introReading} />;
  return (
    <PageHeader
      title={words.title}
      intro={words.intro}
      action={groups.length > 0 && <AddButton house={house} groups={groups} />}
    />
  );
}

function AddButton({ house, groups }: { house: SeenHouse; groups: readonly Group[] }) {
  return (
    <DialogButton
      label={words.add.button}
      title={words.add.title}
      variant="filled"
      size="md"
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {(close) => <AddChildren institutionId={house.id} groups={groups} onDone={close} />}
    </DialogButton>
  );
}

function HouseChildren({ house }: { house: SeenHouse }) {
  const address = useAddress();
  const left = address.get('zeigen') === 'nicht-mehr-da';
  return (
    <Stack gap="lg">
      {house.keeps && <Ways houseId={house.id} />}
      <SegmentedControl
        aria-label={words.show}
        data={[
          { value: 'here', label: words.here },
          { value: 'left', label: words.left },
        ]}
        value={left ? 'left' : 'here'}
        onChange={(value) => address.set({ zeigen: value === 'left' ? 'nicht-mehr-da' : null })}
      />
      <Groups house={house} left={left} />
    </Stack>
  );
}

function Ways({ houseId }: { houseId: string }) {
  const ways = [
    { href: `/kinder/liste?haus=${houseId}`, label: words.list, icon: IconPrinter },
    { href: `/kinder/import?haus=${houseId}`, label: words.import, icon: IconFileUpload },
    { href: `/kinder/uebergabe?haus=${houseId}`, label: words.transfer, icon: IconArrowsTransferUp },
  ];
  return (
    <Row gap="sm">
      {ways.map(({ href, label, icon: Icon }) => (
        <Button
          key={href}
          component={Link}
          href={href}
          variant="default"
          size="sm"
          leftSection={<Icon size={18} aria-hidden />}
        >
          {label}
        </Button>
      ))}
    </Row>
  );
}

function Groups({ house, left }: { house: SeenHouse; left: boolean }) {
  const { schoolYear } = useSession();
  const groups = useQuery(groupsQuery(house.id, schoolYear));
  const query = useQuery(childrenQuery(house.id, left));
  return (
    <QueryView query={query} loading={<Skeletons rows={6} />}>
      {(children) =>
        children.length === 0 ? (
          <Nobody house={house} left={left} groups={groups.data ?? []} />
        ) : (
          <Stack gap="lg">
            {byGroup(children).map((some) => (
              <GroupChildren
                key={some[0]?.groupId}
                institutionId={house.id}
                groups={groups.data ?? []}
                editable={house.keeps}
              >
                {some}
              </GroupChildren>
            ))}
          </Stack>
        )
      }
    </QueryView>
  );
}

interface NobodyProps {
  house: SeenHouse;
  left: boolean;
  groups: readonly Group[];
}

function Nobody({ house, left, groups }: NobodyProps) {
  if (left) return <Empty title={words.left}>{words.leftEmpty}</Empty>;
  if (!house.keeps) return <Empty title={words.emptyTitle}>{words.emptyReading}</Empty>;
  const action =
    groups.length > 0 ? <AddButton house={house} groups={groups} /> : <GroupsButton house={house} />;
  return (
    <Empty title={words.emptyTitle} action={action}>
      {groups.length > 0 ? words.emptyText : `${words.emptyText} ${words.noGroups}`}
    </Empty>
  );
}

function GroupsButton({ house }: { house: SeenHouse }) {
  if (!house.leads) return null;
  return (
    <Button component={Link} href={`/gruppen?haus=${house.id}`}>
      {words.toGroups}
    </Button>
  );
}
