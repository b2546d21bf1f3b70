import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ModuleBooking } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { useSession } from '../session/session';
import { BookingDialog, type Move } from './booking-dialog';
import { stateOf } from './booking-values';
import { isOverdue, kindOf, outcomeOf, whenOf } from './booking-words';
import { MoveMenu } from './move-menu';

const words = texts.bookings;

/** Chosen modules of many houses, the latest day first. */
export function BookingTable({ bookings }: { bookings: readonly ModuleBooking[] }) {
  const { today } = useSession();
  const [move, setMove] = useState<Move | null>(null);
  const columns: Column<ModuleBooking>[] = [
    {
      key: 'module',
      header: words.module,
      primary: true,
      render: (booking) => (
        <div>
          <Text fw={600}>{booking.moduleTitle}</Text>
          <Text size="sm" c="dimmed">
            {kindOf(booking)}
          </Text>
        </div>
      ),
    },
    {
      key: 'house',
      header: words.house,
      render: ({ institutionId, institutionName }) => (
        <Anchor component={Link} href={`/einrichtungen/${institutionId}`} inherit>
          {institutionName}
        </Anchor>
      ),
    },
    {
      key: 'state',
      header: words.state,
      render: (booking) => (
        <div>
          {texts.programme.bookingState[stateOf(booking)]}
          {isOverdue(booking, today) && (
            <Badge color="sonne" variant="light" ml={8}>
              {words.overdue}
            </Badge>
          )}
        </div>
      ),
    },
    {
      key: 'day',
      header: words.day,
      render: (booking) => (
        <Text component="span" inherit className="numbers" miw={96} display="inline-block">
          {whenOf(booking)}
        </Text>
      ),
    },
    {
      key: 'heads',
      header: words.heads,
      render: (booking) => outcomeOf(booking) || booking.cancelReason || texts.common.none,
    },
    {
      key: 'actions',
      header: texts.advice.columns.actions,
      actions: true,
      render: (booking) =>
        booking.editable && (
          <Group gap={0} justify="flex-end" wrap="nowrap">
            <MoveMenu booking={booking} onMove={(one, to) => setMove({ booking: one, to })} />
          </Group>
        ),
    },
  ];
  return (
    <>
      <DataTable caption={words.title} columns={columns} rows={bookings} rowKey={({ id }) => id} />
      <BookingDialog move={move} onClose={() => setMove(null)} />
    </>
  );
}
