import { Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPrinter } from '@tabler/icons-react';
import { LedHouseSelect } from '../../features/activities/led-house-select';
import { useHouse } from '../../features/activities/use-house';
import { byGroup } from '../../features/children/by-group';
import classes from '../../features/children/paper-list.module.css';
import { PaperList } from '../../features/children/paper-list';
import { childrenQuery } from '../../features/children/queries';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { formatSchoolYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.children;

/** The list for the cupboard: codes, and an empty column for the names. */
export function ChildListPage() {
  const { houses, house, choose } = useHouse();
  if (!house) return null;
  return (
    <div>
      <div className="no-print">
        <BackLink href={`/kinder?haus=${house.id}`}>{words.paper.back}</BackLink>
        <PageHeader title={words.paper.title} intro={words.paper.intro} action={<PrintButton />} />
        <LedHouseSelect houses={houses} house={house} onChoose={choose} />
      </div>
      <Lists key={house.id} house={house} />
    </div>
  );
}

function PrintButton() {
  return (
    <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
      {words.paper.print}
    </Button>
  );
}

function Lists({ house }: { house: { id: string; name: string } }) {
  const query = useQuery(childrenQuery(house.id));
  return (
    <QueryView query={query}>
      {(children) =>
        children.length === 0 ? (
          <Empty title={words.emptyTitle}>{words.emptyText}</Empty>
        ) : (
          <Stack gap="xl" mt="md">
            {byGroup(children).map((some) => {
              const { groupId = '', groupName = '', schoolYear = 0 } = some[0] ?? {};
              return (
                <section key={groupId} className={classes.sheet}>
                  <Title order={2} fz="lg">
                    {`${groupName} ${formatSchoolYear(schoolYear)}`}
                  </Title>
                  <Text size="sm" mb="sm">
                    {house.name}
                  </Text>
                  <PaperList caption={words.paper.caption(groupName)} rows={some} />
                  <Text size="sm" mt="sm">
                    {words.paper.footer}
                  </Text>
                </section>
              );
            })}
          </Stack>
        )
      }
    </QueryView>
  );
}
