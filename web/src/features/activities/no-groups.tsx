import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { formatSchoolYear } from '../../ui/format';
import { Empty } from '../../ui/states';
import type { House } from '../session/session';

const words = texts.activities.add;

/** Without groups nothing can be noted: the lead gets the way there, everyone else learns whom to ask. */
export function NoGroups({ house, schoolYear }: { house: House; schoolYear: number }) {
  return (
    <Empty
      title={words.noGroupsTitle(formatSchoolYear(schoolYear))}
      icon={<IconUsersGroup size={30} stroke={1.6} />}
      action={
        house.leads && (
          <Button component={Link} href={`/gruppen?haus=${house.id}&jahr=${schoolYear}`}>
            {words.createGroups}
          </Button>
        )
      }
    >
      {house.leads ? words.noGroupsLead : words.noGroupsEducator}
    </Empty>
  );
}
