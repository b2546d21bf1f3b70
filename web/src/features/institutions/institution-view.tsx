import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { IconCompass } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { asProblem } from '../../api/problem';
import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.institutions.detail;

interface InstitutionViewProps {
  query: UseQueryResult<Institution>;
  children: (institution: Institution) => ReactNode;
}

/** The states of one institution; one that is not there (or not for this person) is no fault to try again. */
export function InstitutionView({ query, children }: InstitutionViewProps) {
  if (query.isError && asProblem(query.error).status === 404) {
    return (
      <Empty
        title={words.notFoundTitle}
        icon={<IconCompass size={30} stroke={1.6} />}
        action={
          <Button component={Link} href="/" variant="default">
            {texts.common.toHome}
          </Button>
        }
      >
        {words.notFoundText}
      </Empty>
    );
  }
  return <QueryView query={query}>{children}</QueryView>;
}
