import { Alert, Anchor, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { formatSchoolYear } from '../../ui/format';
import { type House, useSession } from '../session/session';
import { groupYearQuery } from './queries';

const words = texts.groupYears;

/** A friendly reminder on a lead's start page, until the groups of the running year are confirmed. */
export function StartNotice({ house }: { house: House | null }) {
  const { schoolYear } = useSession();
  const { data: year } = useQuery({
    ...groupYearQuery(house?.id ?? '', schoolYear),
    enabled: house?.leads === true,
  });
  if (!house || !year || year.confirmedAt !== null) return null;
  return (
    <Alert
      color="sonne"
      variant="light"
      icon={<IconUsersGroup aria-hidden />}
      title={words.noticeTitle(formatSchoolYear(schoolYear))}
    >
      <Text size="sm">
        {words.noticeRight}{' '}
        <Anchor component={Link} inherit c="inherit" href={`/gruppen?haus=${house.id}`} underline="always">
          {words.look}
        </Anchor>
      </Text>
    </Alert>
  );
}
