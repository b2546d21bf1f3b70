import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Session } from '../../api/types';
import { startsOffline } from '../../device/app-update';
import { addDays, schoolYearOf } from '../../ui/format';
import { mondayOfWeek, weekOf } from '../../ui/iso-week';
import { focusAreasQuery, groupsQuery, lastActivityQuery, weekQuery } from '../activities/queries';
import { modulesQuery } from '../modules/queries';
import { hasRole, housesOf } from '../session/session';
import { prepareTestDayList, readTestDays } from '../test-days/queries';
import { isTablet } from '../tablet/mark';
import { isNear, prepareSheet } from '../test-days/sheet-copy';
import { prepareTraining, readTrainings } from '../training/queries';

/** After the page that the person came for has been drawn, in ms. */
const AFTER_THE_PAGE = 4_000;

/** The most test days and trainings of two days that anybody has to do with. */
const MANY = 50;

/**
 * Fetches what the device needs to go on without a network: what the form for an activity offers, and the test days and trainings of
 * today and tomorrow. Only where the application itself is kept as well.
 */
export function useKeepReady(session: Session): void {
  const queries = useQueryClient();
  const { account, today } = session;
  useEffect(() => {
    const fetchAll = () => {
      // A shared tablet has its desk, and keeps nothing else.
      if (!startsOffline() || isTablet()) return;
      // What cannot be fetched now is fetched when it is looked at, or at the next start.
      void prepareAll(session, queries).catch(() => undefined);
    };
    const timer = window.setTimeout(fetchAll, AFTER_THE_PAGE);
    return () => window.clearTimeout(timer);
    // Once a day and person: the session itself is read again every few minutes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [account.id, today, queries]);
}

async function prepareAll(session: Session, queries: QueryClient): Promise<void> {
  const houses = housesOf(session);
  if (houses.length > 0) {
    await queries.query(focusAreasQuery);
    await queries.query(modulesQuery);
    const from = mondayOfWeek(weekOf(session.today)) ?? session.today;
    await queries.query(weekQuery({ mine: true, from, to: addDays(from, 6) }));
  }
  for (const { id } of houses) {
    await queries.query(groupsQuery(id, schoolYearOf(session.today)));
    await queries.query(lastActivityQuery(id));
  }
  if (hasRole(session, 'educator', 'institution_lead', 'coach')) await prepareTestDays(session);
  if (hasRole(session, 'coordinator')) await prepareTrainings(session);
}

async function prepareTestDays({ today }: Session): Promise<void> {
  const { items } = await readTestDays({ state: 'planned', from: today, to: addDays(today, 1), limit: MANY });
  for (const { id } of items) await prepareSheet(id);
  await prepareTestDayList();
}

async function prepareTrainings({ today }: Session): Promise<void> {
  const { items } = await readTrainings({ when: 'upcoming', limit: MANY });
  const soon = items.filter(({ sessions }) => sessions.some(({ heldOn }) => isNear(heldOn, today)));
  for (const { id } of soon) await prepareTraining(id);
}
